namespace Barter.MarketData.Recorded.Import;

/// <summary>A format that is known by name.</summary>
/// <param name="Name">What options call it.</param>
/// <param name="Kind">What its rows are.</param>
/// <param name="Header">Its header, which some files leave out; empty where there never is one.</param>
/// <param name="Places">Which field stands where.</param>
internal sealed record CsvSource(string Name, RowKind Kind, string Header, string Places)
{
    /// <summary>What its times count, where that never changes.</summary>
    public TimeUnit? Unit { get; init; }

    /// <summary>Whether its times count from the midnight of the day in the file's name.</summary>
    public bool IsSinceMidnight { get; init; }
}
