using Barter.Model;

namespace Barter.Configuration;

/// <summary>An exchange that is simulated, with the account that it starts with.</summary>
public sealed record SimulatedExecutionConfig : ExecutionConfig
{
    /// <param name="exchange">The exchange that is simulated.</param>
    /// <param name="latency">From sending a request to its arrival; zero or more.</param>
    /// <param name="makerFeesPercent">Percent of notional (0.05 is 0.05 %); negative is a rebate.</param>
    /// <param name="takerFeesPercent">Percent of notional (0.05 is 0.05 %); zero or more.</param>
    /// <param name="balances">What the account holds at the start.</param>
    /// <param name="orders">The orders that rest at the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative latency or taker fees.</exception>
    public SimulatedExecutionConfig(
        ExchangeId exchange = ExchangeId.Mock,
        TimeSpan latency = default,
        decimal makerFeesPercent = 0m,
        decimal takerFeesPercent = 0m,
        ValueList<StartingBalance>? balances = null,
        ValueList<StartingOrder>? orders = null)
        : base(exchange)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latency, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(takerFeesPercent);
        (Latency, MakerFeesPercent, TakerFeesPercent) = (latency, makerFeesPercent, takerFeesPercent);
        (Balances, Orders) = (balances ?? [], orders ?? []);
    }

    public TimeSpan Latency { get; }

    /// <summary>Percent of notional: 0.05 is 0.05 %. Negative is a rebate.</summary>
    public decimal MakerFeesPercent { get; }

    /// <summary>Percent of notional: 0.05 is 0.05 %.</summary>
    public decimal TakerFeesPercent { get; }

    public ValueList<StartingBalance> Balances { get; }

    public ValueList<StartingOrder> Orders { get; }

    internal SimulatedExecutionConfig WithBalances(ValueList<StartingBalance> balances) =>
        new(Exchange, Latency, MakerFeesPercent, TakerFeesPercent, balances, Orders);
}
