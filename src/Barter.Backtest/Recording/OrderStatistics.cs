using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>What became of the orders of a run. Times are from sending an order to hearing of it.</summary>
public sealed record OrderStatistics
{
    public static readonly OrderStatistics Empty = new();

    public long Sent { get; init; }

    /// <summary>Traded in full.</summary>
    public long Filled { get; init; }

    /// <summary>Traded in part and then cancelled or expired, or still open in the end.</summary>
    public long PartlyFilled { get; init; }

    public long Cancelled { get; init; }

    public long Expired { get; init; }

    /// <summary>Neither over nor refused when the run ended.</summary>
    public long OpenAtEnd { get; init; }

    /// <summary>Refused by an exchange: how many for which reason, by name.</summary>
    public ValueList<KeyValuePair<string, long>> Rejected { get; init; } = [];

    /// <summary>Refused by the risk policy: how many for which reason, by name.</summary>
    public ValueList<KeyValuePair<string, long>> RiskRefused { get; init; } = [];

    /// <summary>Cancelled orders over those sent; none where none was sent.</summary>
    public decimal? CancelRatio => Sent == 0 ? null : (decimal)Cancelled / Sent;

    /// <summary>Until the order had traded in full.</summary>
    public TimeSpan? TimeToFillMedian { get; init; }

    public TimeSpan? TimeToFillMean { get; init; }
}
