using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Benchmarks.Latency;

/// <summary>Buys and sells in turns, a market order for each trade that is marked by an odd size.</summary>
internal sealed class BuySell : IStrategy
{
    public const decimal MarkedAmount = 1.5m;

    private InstrumentIndex? _marked;
    private Side _side = Side.Buy;

    public StrategyId Id { get; } = new("buy-sell");

    public bool TradesThroughUnknown => true;

    public void See(in MarketEvent market, EngineState state)
    {
        if (market.Kind == MarketEventKind.Trade && market.TradeAmount == MarkedAmount)
        {
            _marked = market.Instrument;
        }
    }

    public void Decide(EngineState state, OrderBatch orders)
    {
        if (_marked is { } marked)
        {
            _marked = null;
            orders.Market(marked, _side, 0.1m);
            _side = _side == Side.Buy ? Side.Sell : Side.Buy;
        }
    }

    public void Refused(OrderRequestOpen request, string reason) =>
        throw new InvalidOperationException($"{request} was refused: {reason}");
}
