using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Backtest.Tests;

/// <summary>A strategy made of a function.</summary>
internal sealed class Scripted(Action<EngineState, OrderBatch> decide) : IStrategy
{
    public StrategyId Id { get; } = new("scripted");

    public bool WasWoken { get; private set; }

    public void Decide(EngineState state, OrderBatch orders) => decide(state, orders);

    public void Wake(EngineEvent.TimerElapsed timer, EngineState state) => WasWoken = true;

    /// <summary>Does it once, at the first step from a time on.</summary>
    public static Scripted Once(int fromMillis, Action<OrderBatch> decide)
    {
        var isDone = false;
        return new Scripted((state, orders) =>
        {
            if (!isDone && state.Time >= Scene.At(fromMillis))
            {
                isDone = true;
                decide(orders);
            }
        });
    }
}
