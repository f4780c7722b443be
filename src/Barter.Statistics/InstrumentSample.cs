namespace Barter.Statistics;

/// <summary>What an instrument has earned since the session started, in its profit asset.</summary>
/// <param name="Price">The price at which it is marked; none while it is not known.</param>
/// <param name="PnlRealised">Realised by all fills, after their fees.</param>
/// <param name="PnlUnrealised">Of the open position at the mark, before what closing it would cost.</param>
/// <param name="Fees">Fees paid so far; negative where more were received.</param>
/// <param name="Quantity">Of the open position, negative where it is short; needed for exposures and
/// excursions.</param>
/// <param name="Traded">Worth of all fills so far, buys and sells alike; needed for the turnover.</param>
/// <param name="Slippage">
/// What all fills so far cost beyond the price that the market had when their orders were decided on; negative where
/// they were better.
/// </param>
public readonly record struct InstrumentSample(
    decimal? Price,
    decimal PnlRealised,
    decimal PnlUnrealised,
    decimal Fees,
    decimal Quantity = 0m,
    decimal Traded = 0m,
    decimal Slippage = 0m)
{
    /// <summary>Realised and unrealised profit together.</summary>
    public decimal Pnl => PnlRealised + PnlUnrealised;

    internal bool HasTraded => PnlRealised != 0m || PnlUnrealised != 0m || Fees != 0m;
}
