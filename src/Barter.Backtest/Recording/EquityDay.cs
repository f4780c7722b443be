using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>What the portfolio was worth at the beginning and at the end of a day (UTC).</summary>
public readonly record struct EquityDay(Timestamp Day, decimal Open, decimal Close);
