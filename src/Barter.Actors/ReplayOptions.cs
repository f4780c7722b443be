using Barter.Engine.Risk;
using Barter.Engine.Strategies;

namespace Barter.Actors;

/// <summary>What the journal of a session does not hold, and who looks on.</summary>
public sealed record ReplayOptions
{
    /// <summary>
    /// Makes the strategy that the session had; a <see cref="FormatException"/> says that there is none. None makes
    /// the one that comes with the system under its name.
    /// </summary>
    public Func<JournalPlan, IStrategy>? Strategy { get; init; }

    /// <summary>Makes the risk policy that the session had; none enforces the configured limits.</summary>
    public Func<IRiskPolicy>? Risk { get; init; }

    public IReplayWatcher? Watcher { get; init; }
}
