using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes the mailboxes of a configured kind.</summary>
public abstract class MailboxType
{
    private protected MailboxType(Settings settings, Config config) => (Settings, Config) = (settings, config);

    protected Settings Settings { get; }

    protected Config Config { get; }

    /// <summary>How many messages a bounded stash holds; -1 for no limit.</summary>
    internal int StashCapacity => Config.GetInt("stash-capacity", -1);

    internal abstract MessageQueue CreateQueue();
}
