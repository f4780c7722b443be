namespace Barter.Benchmarks.Loop;

/// <summary>What must be the same whenever the engine runs over one day.</summary>
/// <param name="Digest">Of the audit; null where it was not taken.</param>
/// <param name="Position">Its quantity.</param>
/// <param name="Pnl">What the position was worth after the last event.</param>
/// <param name="Decisions">How often the strategy was asked about a market event.</param>
/// <param name="State">The digest of the engine's state.</param>
internal sealed record LoopOutcome(string? Digest, decimal Position, decimal Pnl, long Decisions, string State);
