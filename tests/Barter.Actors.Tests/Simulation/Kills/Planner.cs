using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>Decides by the count of what it saw alone, so that the same market gives the same orders always.</summary>
internal sealed class Planner(int seed) : IStrategy, ISnapshotState
{
    public static readonly InstrumentIndex Instrument = new(2);

    private int _seen;
    private bool _isDue;

    public StrategyId Id { get; } = new("planner");

    public bool TradesThroughUnknown => true;

    public void See(in MarketEvent market, EngineState state)
    {
        if (!market.IsReconnecting)
        {
            (_seen, _isDue) = (_seen + 1, true);
        }
    }

    public object SaveState() => (_seen, _isDue);

    public void RestoreState(object? state) => (_seen, _isDue) = ((int, bool))state!;

    public void Decide(EngineState state, OrderBatch orders)
    {
        if (!_isDue)
        {
            return;
        }

        _isDue = false;
        var draw = new Random((seed * 1_000) + _seen);
        var (side, quantity) = (draw.Next(2) == 0 ? Side.Buy : Side.Sell, 0.1m + (draw.Next(5) / 100m));
        switch (draw.Next(4))
        {
            case 0:
                orders.Limit(Instrument, side, side == Side.Buy ? 102m : 98m, quantity);
                break;
            case 1:
                orders.Limit(Instrument, side, side == Side.Buy ? 90m : 110m, quantity);
                break;
            case 2 when state[Instrument].Orders.Count > 0:
                orders.Cancel(state[Instrument].Orders[0]);
                break;
        }
    }
}
