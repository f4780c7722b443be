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

    /// <summary>Rows of a CSV file without its header, or elements of a JSON file.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that cannot be read, and were passed over as the options allow.</summary>
    public long BadRows { get; init; }

    /// <summary>The first few bad rows, each with its line and what is wrong.</summary>
    public ValueList<string> FirstBadRows { get; init; } = [];

    /// <summary>Rows that say themselves that they are void, such as trades of nothing.</summary>
    public long VoidRows { get; init; }

    /// <summary>Rows that repeat the one before them, and were passed over.</summary>
    public long RepeatedRows { get; init; }

    /// <summary>What had to be assumed to make events of the rows; none where nothing was.</summary>
    public string? Note { get; init; }

    /// <summary>Items whose exchange time is before that of an earlier item.</summary>
    public long Late { get; init; }

    /// <summary>By how much the latest of the late items is late; zero if none is.</summary>
    public TimeSpan LatestBy { get; init; }

    /// <summary>The earliest exchange time of an item; null as long as there is no item.</summary>
    public Timestamp? First { get; init; }

    /// <summary>The latest exchange time of an item; null as long as there is no item.</summary>
    public Timestamp? Last { get; init; }
}
