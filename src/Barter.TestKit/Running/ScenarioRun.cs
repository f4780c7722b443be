using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.TestKit.Running;

/// <summary>
/// One run of a scenario: virtual time in the order of a backtest, with a link that misbehaves between.
/// </summary>
internal sealed class ScenarioRun
{
    /// <summary>So many things at one moment mean that a strategy answers itself without end.</summary>
    private const int SameMomentMax = 100_000;

    /// <summary>What is not answered after so much was done for it never will be.</summary>
    private const int DrainMax = 100_000;

    private readonly Scenario _scenario;
    private readonly ulong _seed;
    private readonly InstrumentCatalog _catalog;
    private readonly IReadOnlyList<(MarketEvent Told, bool IsGhost)> _market;
    private readonly TradingEngine _engine;
    private readonly ScriptedLink?[] _links;
    private readonly AuditDigest _digest = new();
    private readonly List<AuditTick> _ticks = [];
    private readonly List<SentOrder> _orders = [];
    private readonly (decimal Size, ulong Step)[] _largest;
    private int _sameMoment;

    /// <exception cref="ScenarioException">The scenario names what is not there.</exception>
    public ScenarioRun(Scenario scenario, IStrategy strategy, ulong seed)
    {
        (_scenario, _seed, _catalog) = (scenario, seed, scenario.Config.BuildCatalog());
        var dice = new Dice(seed);
        _market = MarketPlan.Of(scenario, _catalog, dice);
        Now = _market.First(row => !row.Told.IsReconnecting).Told.TimeExchange;
        Faults = new FaultScript(scenario.Faults, dice);
        _links = new ScriptedLink?[_catalog.Exchanges.Count];
        foreach (var link in ScriptedLink.Of(scenario, _catalog, this))
        {
            _links[link.Exchange.Value] = link;
        }

        var limits = new PerInstrument<RiskLimits?>(
            _catalog.Instruments.Count, index => scenario.Config.RiskLimitsOf(_catalog[index]));
        _largest = new (decimal, ulong)[_catalog.Instruments.Count];
        _engine = new TradingEngine(new EngineSettings
        {
            Catalog = _catalog,
            Executions = Links.Select(link => _catalog[link.Exchange]).ToValueList(),
            Strategy = strategy,
            Risk = scenario.Risk?.Invoke() ?? new RiskLimitPolicy(limits),
            Session = Scenario.Session,
            Start = Now,
            Trading = TradingState.Enabled,
        });
    }

    public Timestamp Now { get; private set; }

    public TimeSpan PollInterval => _scenario.PollInterval;

    public Agenda Agenda { get; } = new();

    public FaultScript Faults { get; }

    private IEnumerable<ScriptedLink> Links => _links.OfType<ScriptedLink>();

    public ScenarioResult Run()
    {
        foreach (var link in Links)
        {
            link.Greet();
        }

        foreach (var (told, isGhost) in _market)
        {
            Replay(told, isGhost);
        }

        Feed(new EngineEvent.TradingStateUpdate(TradingState.Disabled));
        Drain();
        Feed(new EngineEvent.Shutdown());
        return new ScenarioResult(_scenario, _seed)
        {
            State = _engine.State,
            Ticks = _ticks,
            Orders = _orders,
            AuditDigest = _digest.ToHex(),
            ExchangeFills = Links.SelectMany(link => link.Fills).ToValueList(),
            ExchangeAccounts = Links.Select(link => link.Account()).ToValueList(),
            FaultsHappened = Faults.Happened.Select(fault => $"{fault}").ToValueList(),
            FaultsMissed = Faults.Missed.Select(fault => $"{fault}").ToValueList(),
            Largest = _largest,
        };
    }

    public void Feed(EngineEvent cause)
    {
        var step = _engine.Process(cause);
        _digest.Add(cause, step);
        CarryOut(cause, step);
    }

    private bool IsActive(OrderKey key) => _engine.State[key.Instrument].Orders.TryGet(key.ClientOrderId, out _);

    public int NumberOf(ClientOrderId id) => _orders.Find(order => order.Request.Key.ClientOrderId == id)?.Number ?? 0;

    private void Replay(MarketEvent told, bool isGhost)
    {
        var time = told.IsReconnecting ? Now : Timestamp.Max(Now, told.TimeExchange);
        while (Agenda.TryPeek(out var due) && due.IsBeforeMarketAt(time))
        {
            RunNext();
        }

        MoveTo(time);
        if (!told.IsReconnecting && !isGhost)
        {
            _links[_catalog[told.Instrument].Exchange.Value]?.See(told);
        }

        var step = _engine.Process(told);
        _digest.Add(told, step);
        CarryOut(new EngineEvent.Market(told), step);
    }

    private void Drain()
    {
        for (var deeds = 0; Agenda.InFlight > 0 || Links.Any(link => link.IsOwing); deeds++)
        {
            if (deeds == DrainMax)
            {
                throw new ScenarioException($"at {Now} there are still requests without answer");
            }

            RunNext();
        }
    }

    private void RunNext()
    {
        var deed = Agenda.Take(out var due);
        MoveTo(due.Time);
        if (++_sameMoment > SameMomentMax)
        {
            throw new ScenarioException(
                $"strategy {_engine.Settings.Strategy.Id} keeps sending orders at {Now} without time going on; "
                + "it must wait for an answer before it asks again");
        }

        deed();
    }

    private void CarryOut(EngineEvent cause, in EngineStep step)
    {
        _ticks.Add(step.ToTick(cause));
        Measure(step.Sequence);
        foreach (var request in step.Requests)
        {
            if (request is ExecutionRequest.Open { Request: var open })
            {
                _orders.Add(new SentOrder(_orders.Count + 1, open, step.Sequence, TwinOf(open)));
                Faults.Draw(_orders.Count);
            }

            _links[request.Key.Exchange.Value]!.Send(request);
        }

        foreach (var timer in step.Timers)
        {
            Agenda.Add(Timestamp.Max(Now, timer.At), Agenda.Rank.Timer, () => Feed(timer));
        }
    }

    /// <summary>
    /// An order of the same terms that was sent before and is not over, as far as the engine has heard.
    /// </summary>
    private int? TwinOf(OrderRequestOpen open)
    {
        foreach (var earlier in _orders)
        {
            if (earlier.Request == Renamed(open, earlier.Request.Key)
                && earlier.Request.Key.Instrument == open.Key.Instrument
                && (earlier.Request.Key.ClientOrderId == open.Key.ClientOrderId || IsActive(earlier.Request.Key)))
            {
                return earlier.Number;
            }
        }

        return null;
    }

    private static OrderRequestOpen Renamed(OrderRequestOpen open, OrderKey key) =>
        new(key, open.Side, open.Price, open.Quantity, open.Kind, open.TimeInForce);

    private void Measure(ulong step)
    {
        foreach (var row in _engine.State.Instruments)
        {
            if (row.Position is { } position && position.QuantityAbs > _largest[row.Index.Value].Size)
            {
                _largest[row.Index.Value] = (position.QuantityAbs, step);
            }
        }
    }

    private void MoveTo(Timestamp time)
    {
        if (time > Now)
        {
            (Now, _sameMoment) = (time, 0);
        }
    }
}
