namespace Akka.Simulation;

/// <summary>An invariant was broken, the script failed, or it waits for what never comes.</summary>
public sealed class SimulationFailedException : Exception
{
    internal SimulationFailedException(string reason, long seed, string text, Exception? cause)
        : base(text, cause) => (Reason, Seed) = (reason, seed);

    /// <summary>Gets what went wrong, without the trace.</summary>
    public string Reason { get; }

    /// <summary>Gets what runs it again.</summary>
    public long Seed { get; }
}
