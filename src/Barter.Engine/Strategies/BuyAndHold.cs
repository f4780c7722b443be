using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>Buys every instrument once, at market, as soon as it has a price, and keeps it.</summary>
public sealed class BuyAndHold : IStrategy
{
    private readonly decimal _notional;
    private PerInstrument<bool>? _isBought;

    /// <param name="notional">How much to spend on each instrument, in its quote asset; positive.</param>
    public BuyAndHold(decimal notional)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(notional);
        _notional = notional;
    }

    public StrategyId Id { get; } = new("buy-and-hold");

    public void Decide(EngineState state, OrderBatch orders)
    {
        _isBought ??= new PerInstrument<bool>(state.Instruments.Length, _ => false);
        foreach (var row in state.Instruments)
        {
            if (!_isBought[row.Index] && row.Price is { } price)
            {
                _isBought[row.Index] = true;
                var quantity = Sizing.QuantityFor(_notional, price, row.Instrument);
                if (quantity > 0m)
                {
                    orders.Market(row.Index, Side.Buy, quantity);
                }
            }
        }
    }
}
