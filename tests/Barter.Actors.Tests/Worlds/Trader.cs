using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Actors.Tests.Worlds;

/// <summary>Trades at random from a seed: market and limit orders, and cancels of whatever is active.</summary>
internal sealed class Trader(int seed, int throwsAt = int.MaxValue) : IStrategy
{
    private readonly Random _random = new(seed);
    private InstrumentIndex? _seen;
    private int _sights;

    public StrategyId Id { get; } = new("trader");

    public bool TradesThroughUnknown => true;

    public void See(in MarketEvent market, EngineState state)
    {
        _seen = market.Instrument;
        if (++_sights == throwsAt)
        {
            throw new InvalidOperationException("the strategy has had enough");
        }
    }

    public void Decide(EngineState state, OrderBatch orders)
    {
        if (_seen is not { } seen || state[seen].Price is not { } price)
        {
            return;
        }

        _seen = null;
        var row = state[seen];
        var side = _random.Next(2) == 0 ? Side.Buy : Side.Sell;
        var quantity = Math.Max(0.01m, decimal.Round((_random.Next(10) + 6) / price, 2));
        switch (_random.Next(6))
        {
            case 0:
                orders.Market(seen, side, quantity);
                break;
            case 1 or 2:
                var away = _random.Next(-10, 30) / 10_000m;
                orders.Limit(
                    seen, side, decimal.Round(price * (side == Side.Buy ? 1m - away : 1m + away), 2), quantity);
                break;
            case 3 when row.Orders.Count > 0:
                orders.Cancel(row.Orders[_random.Next(row.Orders.Count)]);
                break;
        }
    }
}
