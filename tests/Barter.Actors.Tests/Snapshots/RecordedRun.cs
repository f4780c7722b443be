using Barter.Actors.Engine;
using Barter.Actors.Settings;
using Barter.Backtest;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.Tests.Snapshots;

/// <summary>All that entered the engine in one run of a strategy, and what the run came to.</summary>
internal sealed class RecordedRun
{
    private readonly List<(EngineEvent Event, Timestamp Now)> _events = [];
    private readonly SystemConfig _config;
    private readonly IMarketDataSource _market;
    private readonly Func<IStrategy> _strategy;

    public RecordedRun(SystemConfig config, IMarketDataSource market, Func<IStrategy> strategy)
    {
        (_config, _market, _strategy) = (config, market, strategy);
        var constant = new BacktestArgsConstant(config, market)
        {
            OnStep = (_, cause, step) => _events.Add((cause, step.Time)),
        };
        Result = Backtester.Run(constant, new BacktestArgsDynamic("run", 0.05m, strategy));
    }

    public int Count => _events.Count;

    /// <summary>As the loop had it.</summary>
    public BacktestResult Result { get; }

    public SessionPlan NewPlan() => new(
        _config,
        new TradingSystemOptions
        {
            Session = "run",
            RiskFreeReturn = 0.05m,
            Strategy = _strategy,
            Market = MarketFeed.Replayed(_market),
        },
        SessionSettings.Of(SessionSettings.Reference));

    public void Play(SessionCore core, int at)
    {
        var (cause, now) = _events[at];
        if (cause is EngineEvent.Market { Event: var market })
        {
            core.Process(market, now);
        }
        else
        {
            core.Process(cause, now);
        }
    }
}
