using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>What a <see cref="SimulatedExchange"/> charges, and what our account there begins with.</summary>
/// <param name="MakerFeesPercent">
/// Per cent of price times quantity for orders that rested, -100 to 100: 0.05 is 0.05 %, below zero is a rebate.
/// </param>
/// <param name="TakerFeesPercent">The same for orders that trade on arrival.</param>
/// <param name="Balances">
/// By asset of the catalog; an asset that is left out begins at zero. What the open orders hold is not free; if still
/// less is free than that leaves, the difference stays locked. The time given here does not matter.
/// </param>
/// <param name="OpenOrders">Limit orders that rest from the beginning, each open with the exchange's id.</param>
public sealed record SimulatedExchangeSettings(
    decimal MakerFeesPercent,
    decimal TakerFeesPercent,
    ValueList<AssetBalance> Balances,
    ValueList<Order> OpenOrders)
{
    /// <summary>The numbers of orders go on behind this one.</summary>
    public long LastOrderNumber { get; init; }

    /// <summary>The numbers of trades go on behind this one.</summary>
    public long LastTradeNumber { get; init; }

    /// <summary>Orders that were accepted once and are over, each cancelled: known, and not to trade.</summary>
    public ValueList<Order> EndedOrders { get; init; } = [];

    /// <summary>What its markets told last; what rests does not trade on it, what arrives may.</summary>
    public ValueList<MarketEvent> Markets { get; init; } = [];
}
