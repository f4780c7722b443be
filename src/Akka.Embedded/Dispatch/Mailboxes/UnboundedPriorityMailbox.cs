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

    /// <summary>0 is the most urgent. Called on the thread of the actor, once a message.</summary>
    protected abstract int PriorityGenerator(object message);

    internal sealed override MessageQueue CreateQueue() => new PriorityQueue(PriorityGenerator);
}
