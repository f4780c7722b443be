namespace Akka.Simulation;

/// <summary>
/// What can happen to messages between some actors. Faults are drawn from the seed, one at most a message.
/// </summary>
public sealed class EdgeFaults
{
    private readonly Func<object, bool> _applies;
    private readonly List<(double Probability, Fault Fault)> _faults = [];

    internal EdgeFaults(PathPattern from, PathPattern to, Func<object, bool> applies) =>
        (From, To, _applies) = (from, to, applies);

    internal enum Kind
    {
        Drop,
        Duplicate,
        Delay,
        Reorder,
    }

    internal PathPattern From { get; }

    internal PathPattern To { get; }

    /// <summary>The message is lost.</summary>
    /// <param name="probability">0 to 1.</param>
    public EdgeFaults Drop(double probability) => Add(probability, new Fault(Kind.Drop, default, default));

    /// <summary>The message comes twice.</summary>
    public EdgeFaults Duplicate(double probability) => Add(probability, new Fault(Kind.Duplicate, default, default));

    /// <summary>The message comes later; what was told after it may come before it.</summary>
    public EdgeFaults Delay(double probability, TimeSpan from, TimeSpan to) =>
        Add(probability, new Fault(Kind.Delay, from, to));

    /// <summary>The message changes places with the next one from the same sender.</summary>
    public EdgeFaults Reorder(double probability) => Add(probability, new Fault(Kind.Reorder, default, default));

    internal Fault? Draw(object message, Chance chance)
    {
        if (!_applies(message))
        {
            return null;
        }

        foreach (var (probability, fault) in _faults)
        {
            if (chance.Happens(probability))
            {
                return fault;
            }
        }

        return null;
    }

    private EdgeFaults Add(double probability, Fault fault)
    {
        _faults.Add((Probability.Checked(probability), fault));
        return this;
    }

    internal sealed record Fault(Kind Kind, TimeSpan From, TimeSpan To);
}
