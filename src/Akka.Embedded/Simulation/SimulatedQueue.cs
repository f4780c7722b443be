using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Simulation;

/// <summary>The queue of an actor with the simulation between the teller and it.</summary>
internal sealed class SimulatedQueue(SimulatedMachine machine, LocalActorRef actor, MessageQueue inner) : MessageQueue
{
    /// <summary>
    /// The steps in which the waiting messages were told; known where the order of telling is that of hearing.
    /// </summary>
    private readonly Queue<long>? _causes = inner is UnboundedQueue ? new() : null;

    private List<(Envelope Envelope, long Cause)>? _held;

    protected override bool HasQueued => inner.HasMessages;

    protected override int Queued => inner.Count;

    public override bool TryEnqueue(in Envelope envelope) => machine.Tell(this, actor, envelope);

    /// <summary>Lets a message in.</summary>
    public bool Arrive(in Envelope envelope, long cause)
    {
        var isIn = inner.TryEnqueue(envelope);
        if (isIn)
        {
            _causes?.Enqueue(cause);
        }

        return isIn;
    }

    /// <summary>Keeps a message until another one of its sender has come, or nothing else can run.</summary>
    public void Hold(in Envelope envelope, long cause) => (_held ??= []).Add((envelope, cause));

    public void ReleaseFrom(IActorRef? sender) => Release(held => Equals(held.Sender, sender));

    public void ReleaseAll() => Release(static _ => true);

    protected override bool TryTake(out Envelope envelope)
    {
        if (!inner.TryDequeue(out envelope))
        {
            return false;
        }

        envelope = machine.Hear(actor, envelope, _causes?.Dequeue() ?? Trace.Unknown);
        return true;
    }

    private void Release(Predicate<Envelope> which)
    {
        for (var at = 0; at < _held?.Count;)
        {
            var (envelope, cause) = _held[at];
            if (which(envelope))
            {
                _held.RemoveAt(at);
                Arrive(envelope, cause);
            }
            else
            {
                at++;
            }
        }
    }
}
