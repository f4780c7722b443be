using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Benchmarks.Loop;

/// <summary>Values the position at each event, as the bare loop does, and sends nothing.</summary>
internal sealed class Watcher : IStrategy
{
    private bool _isMarket;

    public StrategyId Id { get; } = new("watcher");

    /// <summary>What the position was worth after the last event.</summary>
    public decimal Pnl { get; private set; }

    /// <summary>How often it was asked to decide after a market event.</summary>
    public long Decisions { get; private set; }

    public void See(in MarketEvent market, EngineState state)
    {
        _isMarket = true;
        if (state[market.Instrument].Position is not { } position)
        {
            return;
        }

        Pnl = market.Kind switch
        {
            MarketEventKind.Trade => (market.TradePrice - position.PriceEntryAverage) * position.QuantityAbs,
            MarketEventKind.OrderBookL1 =>
                (((market.BidPrice + market.AskPrice) * 0.5m) - position.PriceEntryAverage) * position.QuantityAbs,
            _ => Pnl,
        };
    }

    public void Decide(EngineState state, OrderBatch orders)
    {
        Decisions += _isMarket ? 1 : 0;
        _isMarket = false;
    }
}
