using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Mailboxes without a limit; the default.</summary>
public sealed class UnboundedMailbox : MailboxType
{
    public UnboundedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    internal override MessageQueue CreateQueue() => new UnboundedQueue();
}
