using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>How a run went over time; as large after a year as after a day.</summary>
public sealed record RunSeries
{
    /// <summary>In the valuation asset: all balances at the last prices of spot instruments.</summary>
    public required PointSeries Equity { get; init; }

    /// <summary>By instrument, in index order; without those that never had a price.</summary>
    public required ValueList<KeyValuePair<string, PointSeries>> Prices { get; init; }

    public required ValueList<EquityDay> Days { get; init; }

    /// <summary>Days that were not kept, because there are too many.</summary>
    public required long DaysLeftOut { get; init; }

    /// <summary>The first fills, as many as are kept.</summary>
    public required ValueList<Fill> Fills { get; init; }

    public required long FillsLeftOut { get; init; }

    /// <summary>Assets that were held and for which no price was seen: they are not part of the equity.</summary>
    public required ValueList<string> Unpriced { get; init; }
}
