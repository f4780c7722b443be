using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>
/// Mailboxes with a limit: <c>mailbox-capacity</c>, and <c>mailbox-push-timeout-time</c> to wait for room.
/// </summary>
/// <remarks>What finds no room in time goes to the dead letters.</remarks>
public sealed class BoundedMailbox : MailboxType
{
    public BoundedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        Capacity = config.GetInt("mailbox-capacity", 1000);
        PushTimeout = config.GetTimeSpan("mailbox-push-timeout-time", TimeSpan.FromSeconds(10));
        if (Capacity <= 0)
        {
            throw new ConfigurationException(
                $"mailbox-capacity = {Capacity}: a bounded mailbox needs a capacity above 0");
        }
    }

    public int Capacity { get; }

    public TimeSpan PushTimeout { get; }

    internal override MessageQueue CreateQueue() => new BoundedQueue(Capacity, PushTimeout);
}
