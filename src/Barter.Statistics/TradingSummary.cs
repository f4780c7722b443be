using System.Collections.ObjectModel;
using Barter.Model;

namespace Barter.Statistics;

/// <summary>
/// How a session went: the whole portfolio, and a tear sheet for every instrument and every asset, in index order.
/// </summary>
public sealed class TradingSummary : IEquatable<TradingSummary>
{
    internal TradingSummary(
        Timestamp timeEngineStart,
        Timestamp timeEngineEnd,
        PortfolioSheet? portfolio,
        IEnumerable<KeyValuePair<string, InstrumentTearSheet>> instruments,
        IEnumerable<KeyValuePair<string, AssetTearSheet>> assets)
    {
        (TimeEngineStart, TimeEngineEnd, Portfolio) = (timeEngineStart, timeEngineEnd, portfolio);
        Instruments = new ReadOnlyDictionary<string, InstrumentTearSheet>(
            new OrderedDictionary<string, InstrumentTearSheet>(instruments, StringComparer.Ordinal));
        Assets = new ReadOnlyDictionary<string, AssetTearSheet>(
            new OrderedDictionary<string, AssetTearSheet>(assets, StringComparer.Ordinal));
    }

    public Timestamp TimeEngineStart { get; }

    public Timestamp TimeEngineEnd { get; }

    public TimeSpan Duration => TimeEngineEnd - TimeEngineStart;

    /// <summary>All together in one currency; none where there are no assets.</summary>
    public PortfolioSheet? Portfolio { get; }

    /// <summary>By internal name, such as <c>binance_spot-btc_usdt</c>.</summary>
    public IReadOnlyDictionary<string, InstrumentTearSheet> Instruments { get; }

    /// <summary>By exchange and internal name, such as <c>binance_spot:usdt</c>.</summary>
    public IReadOnlyDictionary<string, AssetTearSheet> Assets { get; }

    /// <summary>
    /// The summary as nested dictionaries with the keys of its JSON. Leaves are none, text, <see cref="decimal"/>,
    /// <see cref="long"/>, <see cref="Timestamp"/> or lists of dictionaries.
    /// </summary>
    public IReadOnlyDictionary<string, object?> ToDictionary() => TradingSummaryShape.Of(this);

    /// <summary>The summary as JSON: decimals as text, times in RFC 3339, counts and milliseconds as numbers.</summary>
    public string ToJson(bool indented = false) => TradingSummaryJson.Write(ToDictionary(), indented);

    public bool Equals(TradingSummary? other) => other is not null
        && (TimeEngineStart, TimeEngineEnd) == (other.TimeEngineStart, other.TimeEngineEnd)
        && Portfolio == other.Portfolio
        && Instruments.SequenceEqual(other.Instruments)
        && Assets.SequenceEqual(other.Assets);

    public override bool Equals(object? obj) => Equals(obj as TradingSummary);

    public override int GetHashCode() =>
        HashCode.Combine(TimeEngineStart, TimeEngineEnd, Instruments.Count, Assets.Count);
}
