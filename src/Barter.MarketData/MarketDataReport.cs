using Barter.Model;

namespace Barter.MarketData;

/// <summary>What a reading of market data met.</summary>
public sealed record MarketDataReport
{
    public static readonly MarketDataReport Empty = new();

    /// <summary>Market events, without reconnect marks.</summary>
    public long Items { get; init; }

    /// <summary>Reconnect marks.</summary>
    public long Reconnects { get; init; }

    /// <summary>Error items, which were skipped.</summary>
    public long Errors { get; init; }

    /// <summary>The first error item with its file and line; null if there was none.</summary>
    public string? FirstError { get; init; }

    /// <summary>Items whose exchange time is before that of an earlier item.</summary>
    public long Late { get; init; }

    /// <summary>By how much the latest of the late items is late; zero if none is.</summary>
    public TimeSpan LatestBy { get; init; }

    /// <summary>The earliest exchange time of an item; null as long as there is no item.</summary>
    public Timestamp? First { get; init; }

    /// <summary>The latest exchange time of an item; null as long as there is no item.</summary>
    public Timestamp? Last { get; init; }
}
