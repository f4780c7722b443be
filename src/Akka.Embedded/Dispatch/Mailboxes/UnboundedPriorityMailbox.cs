using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Mailboxes from which the lowest number is taken first; the order of equals is not promised.</summary>
public abstract class UnboundedPriorityMailbox : MailboxType
{
    protected UnboundedPriorityMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    /// <summary>0 is the most urgent. Called by the teller, once a message, possibly by several at a time.</summary>
    protected abstract int PriorityGenerator(object message);

    internal sealed override MessageQueue CreateQueue() => new PriorityQueue(PriorityGenerator);
}
