using Barter.Backtest;
using Barter.Benchmarks.Measuring;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Benchmarks.Loop;

/// <summary>A whole backtest, simulated exchange and summary included, of a strategy that trades.</summary>
internal sealed class ExchangeLoop
{
    private readonly InMemoryMarketData _day;
    private readonly BacktestArgsConstant _constant;
    private readonly BacktestArgsDynamic _dynamic;
    private readonly BacktestResult _reference;

    /// <param name="day">What is run over.</param>
    /// <param name="strategy">The name of a strategy that is shipped.</param>
    /// <param name="parameters">Each <c>name=value</c>.</param>
    public ExchangeLoop(InMemoryMarketData day, string strategy, params string[] parameters)
    {
        _day = day;
        _constant = new BacktestArgsConstant(LoopDay.Config, day);
        _dynamic = new BacktestArgsDynamic("loop", 0.05m, () => ShippedStrategies.Create(strategy, parameters));
        _reference = Reference();
    }

    /// <summary>Orders sent for each hundred market events.</summary>
    public double OrdersInHundred => 100d * _reference.Counts.OrdersSent / _day.Count;

    public Work Work => Work.Of(_day.Count, () => Mismatch.Refuse(_reference, Backtester.Run(_constant, _dynamic)));

    /// <summary>Told every step, it does the sums of the run again: digest and fills.</summary>
    private BacktestResult Reference()
    {
        var (digest, fills) = (new AuditDigest(), 0L);
        var watched = new BacktestArgsConstant(LoopDay.Config, _day)
        {
            OnStep = (_, cause, step) =>
            {
                digest.Add(cause, step);
                fills += cause is EngineEvent.Account { Event: AccountEvent.Filled } && step.IsNews ? 1 : 0;
            },
        };
        var result = Backtester.Run(watched, _dynamic);
        Mismatch.Refuse((digest.ToHex(), fills), (result.AuditDigest, result.Counts.Fills));
        return result;
    }
}
