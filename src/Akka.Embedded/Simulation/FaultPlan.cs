using Akka.Actor;

namespace Akka.Simulation;

/// <summary>Which faults happen: drawn from the seed, but for those that a repetition leaves out.</summary>
internal sealed class FaultPlan(long seed, IReadOnlySet<int> leftOut)
{
    private readonly List<EdgeFaults> _edges = [];
    private readonly List<ActorFaults> _actors = [];
    private readonly Chance _chance = Chance.For(seed, use: 2);

    /// <summary>Gets how many faults were drawn, those left out included.</summary>
    public int Drawn { get; private set; }

    public EdgeFaults Add(EdgeFaults edge)
    {
        _edges.Add(edge);
        return edge;
    }

    public ActorFaults Add(ActorFaults actors)
    {
        _actors.Add(actors);
        return actors;
    }

    public EdgeFaults.Fault? DrawFor(in Envelope envelope, LocalActorRef to)
    {
        foreach (var edge in _edges)
        {
            if (edge.To.Fits(to) && edge.From.Fits(envelope.Sender)
                && edge.Draw(envelope.Message, _chance) is { } fault && Happens())
            {
                return fault;
            }
        }

        return null;
    }

    public TimeSpan Spread(EdgeFaults.Fault fault) => _chance.Between(fault.From, fault.To);

    public (bool After, bool Crashes)? CrashFor(LocalActorRef actor)
    {
        foreach (var faults in _actors)
        {
            if (faults.Pattern.Fits(actor) && faults.Crashes(_chance))
            {
                var after = _chance.Happens(0.5);
                return Happens() ? (after, true) : null;
            }
        }

        return null;
    }

    public TimeSpan? PauseFor(LocalActorRef actor)
    {
        foreach (var faults in _actors)
        {
            if (faults.Pattern.Fits(actor) && faults.Pauses(_chance) is { } span && Happens())
            {
                return span;
            }
        }

        return null;
    }

    private bool Happens() => !leftOut.Contains(Drawn++);
}
