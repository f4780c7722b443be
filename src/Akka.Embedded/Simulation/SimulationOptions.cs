using Akka.Configuration;

namespace Akka.Simulation;

/// <summary>What a simulation may be told beside its seed.</summary>
public sealed record SimulationOptions
{
    /// <summary>Settings of the actor system; its log is off unless they say otherwise.</summary>
    public Config? Config { get; init; }

    /// <summary>Virtual time after which it ends.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Steps after which it has failed: what it does will not end.</summary>
    public long StepsMax { get; init; } = 10_000_000;

    /// <summary>What the virtual clock shows in the beginning.</summary>
    public DateTimeOffset Start { get; init; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How often a failed simulation is run again to find out which of its faults were needed.</summary>
    public int ShrinkRunsMax { get; init; } = 200;
}
