using Barter.Actors.Instrumentation;
using Barter.Backtest;
using Barter.Configuration;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.Settings;

/// <summary>All that a session is made of, looked at before anything starts.</summary>
internal sealed class SessionPlan
{
    private const decimal UsualRiskFreeReturn = 0.05m;

    /// <exception cref="ArgumentException">An option cannot be.</exception>
    /// <exception cref="SystemConfigException">A balance is of nothing that is configured.</exception>
    /// <exception cref="BacktestException">An exchange cannot be simulated as it is configured.</exception>
    /// <exception cref="MarketDataException">The recording is missing or has no events.</exception>
    public SessionPlan(SystemConfig config, TradingSystemOptions options, SessionSettings settings)
    {
        (Options, Settings) = (options, settings);
        Config = options.InitialBalances.Count == 0 ? config : config.WithInitialBalances(options.InitialBalances);
        Catalog = Config.BuildCatalog();
        Links = SimulatedLink.Of(Config, Catalog)
            .Where(link => !options.Executions.ContainsKey(Catalog[link.Exchange]))
            .ToValueList();
        Remotes = options.Executions.Keys.Select(Catalog.Find).Order().ToValueList();
        if (IsHistory && Remotes.Count > 0)
        {
            throw new ArgumentException(
                $"{Catalog[Remotes[0]].ToWire()} is somewhere else and has its own time; a recording whose time is the "
                + "time cannot be traded on there: use MarketFeed.Live",
                nameof(options));
        }

        foreach (var link in Links)
        {
            link.Build(Catalog);
        }

        RiskLimits = new(Catalog.Instruments.Count, index => Config.RiskLimitsOf(Catalog[index]));
        (Timestamp? Start, double Speed) recording = options.Market switch
        {
            MarketFeed.History history => (history.Source.FirstEventTime(), 1.0),
            MarketFeed.Recorded recorded => (recorded.Source.FirstEventTime(), recorded.Speed),
            MarketFeed.Stream { Clock: { } clock } => clock,
            _ => (null, 1.0),
        };
        var (start, speed) = recording;
        Clock = new SessionClock(options.Time, start, speed, options.Market is MarketFeed.Recorded);
        Start = start ?? Clock.Now;
        Metrics = options.MeterFactory is { } meters
            ? new SessionMetrics(meters, options.Session, Catalog, IsHistory ? null : options.Time)
            : null;
    }

    public TradingSystemOptions Options { get; }

    public SessionSettings Settings { get; }

    public SystemConfig Config { get; }

    public InstrumentCatalog Catalog { get; }

    public ValueList<SimulatedLink> Links { get; }

    /// <summary>The exchanges that are somewhere else.</summary>
    public ValueList<ExchangeIndex> Remotes { get; }

    /// <summary>The exchanges that orders can be sent to.</summary>
    public IEnumerable<ExchangeIndex> Executions => Links.Select(link => link.Exchange).Concat(Remotes);

    public PerInstrument<RiskLimits?> RiskLimits { get; }

    public SessionClock Clock { get; }

    /// <summary>The engine's time before the first event.</summary>
    public Timestamp Start { get; private set; }

    /// <summary>What counts and times the session; none where nobody listens.</summary>
    public SessionMetrics? Metrics { get; }

    public string Session => Options.Session;

    public decimal RiskFreeReturn => Options.RiskFreeReturn ?? Config.RiskFreeReturn ?? UsualRiskFreeReturn;

    /// <summary>Whether the recording's time is the time.</summary>
    public bool IsHistory => Options.Market is MarketFeed.History;

    /// <summary>Takes up a session that began then and whose time is this.</summary>
    public void Resume(Timestamp start, Timestamp now)
    {
        Start = start;
        Clock.Resume(now);
    }

    public IStrategy NewStrategy() => Options.Strategy?.Invoke() ?? new NoOrders();

    public IRiskPolicy NewRisk() => Options.Risk?.Invoke() ?? new RiskLimitPolicy(RiskLimits);
}
