namespace Akka.Dispatch;

/// <summary>Decides on which thread actors run.</summary>
public abstract class MessageDispatcher
{
    private protected MessageDispatcher(string id, int throughput) => (Id, Throughput) = (id, throughput);

    /// <summary>The path of its settings.</summary>
    public string Id { get; }

    /// <summary>How many messages an actor processes before another one may use the thread.</summary>
    public int Throughput { get; }

    /// <summary>Runs code on a thread of the dispatcher's, outside any actor.</summary>
    public abstract void Schedule(Action run);

    /// <summary>Sees to it that the mailbox is run.</summary>
    internal abstract void Schedule(Mailbox mailbox);

    /// <summary>Runs a mailbox on the present thread.</summary>
    internal virtual void Run(Mailbox mailbox)
    {
        if (mailbox.Run(Throughput))
        {
            Schedule(mailbox);
        }
    }

    internal virtual void Attach(Actor.ActorCell cell)
    {
    }

    internal virtual void Detach(Actor.ActorCell cell)
    {
    }
}
