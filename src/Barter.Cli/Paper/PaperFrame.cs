using Barter.Engine;
using Barter.Model;

namespace Barter.Cli.Paper;

/// <summary>A session at one moment.</summary>
/// <param name="Strategy">The name of the strategy.</param>
/// <param name="Speed">In words.</param>
/// <param name="State">What the engine knows.</param>
internal sealed record PaperFrame(string Strategy, string Speed, EngineState State)
{
    /// <summary>How much of the recording has happened, from 0 to 1; none where its length is not known.</summary>
    public double? Share { get; init; }

    /// <summary>Market events that have happened.</summary>
    public long Events { get; init; }

    public double EventsPerSecond { get; init; }

    /// <summary>By the clock on the wall.</summary>
    public TimeSpan Running { get; init; }

    /// <summary>The newest first.</summary>
    public ValueList<Fill> Fills { get; init; } = [];

    public long FillCount { get; init; }

    /// <summary>Whether fills are told; not, where the session is too fast to be followed.</summary>
    public bool FollowsFills { get; init; } = true;
}
