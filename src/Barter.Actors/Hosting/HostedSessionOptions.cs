namespace Barter.Actors.Hosting;

/// <summary>What the configuration says of a session, in the section <c>Barter:Sessions:{name}</c>.</summary>
/// <remarks>Paths are relative to the content root of the host.</remarks>
public sealed class HostedSessionOptions
{
    /// <summary>The file of instruments, exchanges and limits; needed unless code gives the configuration.</summary>
    public string? Config { get; set; }

    /// <summary>A recording; without one there is the market that code gives, or none.</summary>
    public string? MarketData { get; set; }

    /// <summary>How fast the recording runs: a multiple such as <c>10x</c>, or <c>max</c>.</summary>
    public string Speed { get; set; } = "1x";

    /// <summary>One of the strategies that are shipped.</summary>
    public string Strategy { get; set; } = "none";

    /// <summary>Its parameters by name.</summary>
    public Dictionary<string, string> Parameters { get; } = [];

    /// <summary>Whether the strategy may send orders from the start.</summary>
    public bool TradingEnabled { get; set; } = true;

    /// <summary>Whether the audit can be taken.</summary>
    public bool Audit { get; set; }

    /// <summary>The engine's thread: <c>stream</c> for those that all share, <c>iterator</c> for its own.</summary>
    public string FeedMode { get; set; } = "stream";

    /// <summary>A year's return without risk as a fraction.</summary>
    public decimal? RiskFreeReturn { get; set; }

    /// <summary>
    /// What ratios are stated for: <c>daily</c>, <c>annual_252</c>, <c>annual_365</c>, or a length such as <c>4h</c>.
    /// </summary>
    public string SummaryInterval { get; set; } = "daily";
}
