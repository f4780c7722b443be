using Barter.Model;

namespace Barter.Backtest.Reporting;

/// <summary>What part of time and of values a chart shows.</summary>
internal sealed record ChartScale(Timestamp First, Timestamp Last, decimal Low, decimal High)
{
    /// <summary>With some room above and below; never without height.</summary>
    public static ChartScale Around(Timestamp first, Timestamp last, decimal low, decimal high)
    {
        var room = high > low ? (high - low) * 0.06m : Math.Max(Math.Abs(high) * 0.01m, 0.0001m);
        return new ChartScale(first, last, low - room, high + room);
    }
}
