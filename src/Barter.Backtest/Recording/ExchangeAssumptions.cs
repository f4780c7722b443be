namespace Barter.Backtest.Recording;

/// <summary>How an exchange was simulated.</summary>
/// <param name="Exchange">Its name.</param>
/// <param name="Latency">From sending a request to hearing of it.</param>
/// <param name="MakerFeesPercent">Percent of notional: 0.05 is 0.05 %.</param>
/// <param name="TakerFeesPercent">Percent of notional: 0.05 is 0.05 %.</param>
public sealed record ExchangeAssumptions(
    string Exchange, TimeSpan Latency, decimal MakerFeesPercent, decimal TakerFeesPercent);
