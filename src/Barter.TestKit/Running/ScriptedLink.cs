using Barter.Configuration;
using Barter.Engine.Audit;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.TestKit.Running;

/// <summary>The way to a simulated exchange and back: what is sent, lost, told again.</summary>
/// <remarks>
/// It does what an execution client has to do on such a way: after a time without answer it tells the engine that the
/// outcome is unknown, sends again under the same name and asks for what it missed.
/// </remarks>
internal sealed class ScriptedLink
{
    private readonly Scenario _scenario;
    private readonly InstrumentCatalog _catalog;
    private readonly ScenarioRun _run;
    private readonly SimulatedExchange _exchange;
    private readonly ReportScript _reports;
    private readonly List<AccountEvent> _fresh = [];
    private readonly HashSet<ClientOrderId> _placed = [];
    private readonly HashSet<(ClientOrderId Id, bool IsOpen)> _unanswered = [];
    private readonly Dictionary<AssetIndex, decimal> _byHand = [];
    private readonly long _requestNanos;
    private readonly long _reportNanos;
    private Timestamp? _expiry;
    private bool _isDown;

    private ScriptedLink(Scenario scenario, InstrumentCatalog catalog, ScenarioRun run, SimulatedExecutionConfig config)
    {
        (_scenario, _catalog, _run, Exchange) = (scenario, catalog, run, catalog.Find(config.Exchange));
        var latency = config.Latency.Ticks * Timestamp.NanosPerTick;
        (_requestNanos, _reportNanos) = (latency / 2, latency - (latency / 2));
        var balances = config.Balances.Select(row => new AssetBalance(
            catalog.FindAsset(config.Exchange, row.Asset), row.Balance, Timestamp.Epoch));
        _exchange = new SimulatedExchange(Exchange, catalog, new SimulatedExchangeSettings(
            config.MakerFeesPercent, config.TakerFeesPercent, balances.ToValueList(), OpenOrders: []));
        _reports = new ReportScript(run, this);
    }

    public ExchangeIndex Exchange { get; }

    /// <summary>What truly traded, whether it was told or not.</summary>
    public IReadOnlyList<Fill> Fills => _reports.Fills;

    /// <summary>Whether something is not told yet, or not answered.</summary>
    public bool IsOwing => _isDown || _unanswered.Count > 0 || _reports.IsWithholding;

    public static IEnumerable<ScriptedLink> Of(Scenario scenario, InstrumentCatalog catalog, ScenarioRun run) =>
        scenario.Config.Executions.OfType<SimulatedExecutionConfig>()
            .Select(config => config.Orders.Count == 0
                ? new ScriptedLink(scenario, catalog, run, config)
                : throw new ScenarioException("orders that rest from the beginning are not played"));

    /// <summary>Tells the account, and notes what the script has for certain times.</summary>
    public void Greet()
    {
        var start = _run.Now;
        _run.Feed(new EngineEvent.Account(new AccountEvent.Snapshot(Account())));
        foreach (var down in _run.Faults.All<Fault.Down>())
        {
            At(start + down.At, () => Break(down, down.Length));
        }

        foreach (var paid in _run.Faults.All<Fault.PaidByHand>())
        {
            At(start + paid.At, () => PayByHand(paid));
        }

        foreach (var traded in _run.Faults.All<Fault.TradedByHand>())
        {
            At(start + traded.At, () => TradeByHand(traded));
        }
    }

    public AccountSnapshot Account()
    {
        var told = _exchange.Snapshot(_run.Now);
        return _byHand.Count == 0
            ? told
            : new AccountSnapshot(Exchange, told.Balances.Select(Adjusted).ToValueList(), told.Instruments);
    }

    public void See(in MarketEvent market)
    {
        _exchange.See(market, _run.Now, _fresh);
        TellFresh();
    }

    public void Send(ExecutionRequest request)
    {
        _unanswered.Add(KeyOf(request));
        _run.Agenda.Add(_run.Now.AddNanos(_requestNanos), Agenda.Rank.Request, () => Arrive(request));
        At(_run.Now + _scenario.AnswerTimeout, () => AskAgain(request));
    }

    /// <summary>Sends a report on its way.</summary>
    public void Tell(AccountEvent report, TimeSpan late = default)
    {
        var adjusted = report is AccountEvent.BalanceSnapshot { Balance: var balance }
            ? new AccountEvent.BalanceSnapshot(Exchange, Adjusted(balance))
            : report;
        _run.Agenda.Add(_run.Now.AddNanos(_reportNanos) + late, Agenda.Rank.Report, () => Hear(adjusted));
    }

    /// <summary>Whatever is withheld is told when the exchange is asked: at the latest after this time.</summary>
    public void AskLater() => At(_run.Now + _scenario.AnswerTimeout + _scenario.PollInterval, () =>
    {
        if (!_isDown)
        {
            _reports.TellWithheld();
        }
    });

    public void Break(Fault cause, TimeSpan length)
    {
        if (_isDown)
        {
            return;
        }

        _isDown = true;
        _run.Faults.Happen(cause);
        _run.Feed(new EngineEvent.AccountReconnecting(_catalog[Exchange]));
        At(_run.Now + length, () =>
        {
            _isDown = false;
            _reports.TellWithheld();
            Tell(new AccountEvent.Snapshot(Account()));
        });
    }

    /// <summary>Lets a resting order trade now, as other people's orders would.</summary>
    /// <param name="key">The order.</param>
    /// <param name="share">How much of what is left of it.</param>
    /// <returns>False for one that does not rest.</returns>
    public bool Force(OrderKey key, decimal share)
    {
        var resting = _exchange.Snapshot(_run.Now).Instruments.SelectMany(row => row.Orders).ToList();
        if (resting.Find(order => order.Key == key) is not { Price: { } limit } wanted)
        {
            return false;
        }

        // Better orders are served before it
        var before = resting
            .Where(order => order != wanted && order.Key.Instrument == key.Instrument && order.Side == wanted.Side
                && (wanted.Side == Side.Buy ? order.Price >= limit : order.Price <= limit))
            .Sum(order => order.QuantityRemaining);
        var step = Math.Min(0.00000001m, limit / 2m);
        _exchange.See(
            MarketEvent.OfTrade(
                _catalog[Exchange], key.Instrument, _run.Now, _run.Now, 0,
                wanted.Side == Side.Buy ? limit - step : limit + step,
                before + (wanted.QuantityRemaining * share), wanted.Side.Opposite()),
            _run.Now,
            _fresh);
        return true;
    }

    private void Arrive(ExecutionRequest request)
    {
        if (_isDown)
        {
            return;
        }

        var order = _run.NumberOf(request.Key.ClientOrderId);
        switch (request)
        {
            case ExecutionRequest.Open { Request: var open } when _placed.Add(open.Key.ClientOrderId):
                Place(open, order);
                break;
            case ExecutionRequest.Cancel { Request: var cancel }:
                Cancel(cancel, order);
                break;
        }
    }

    private void Place(OrderRequestOpen open, int order)
    {
        if (Refusal(open, order) is { } error)
        {
            var failed = new InactiveOrderState.OpenFailed(new OrderError.Rejected(error));
            _fresh.Add(new AccountEvent.OrderSnapshot(Exchange, open.ToOrder() with { State = failed }));
            TellFresh();
            return;
        }

        _exchange.Open(open, _run.Now, _fresh);
        if (_run.Faults.Find(FaultKind.PartialThenDisconnect, order) is { } partial && Force(open.Key, 0.5m))
        {
            Break(partial, _scenario.PollInterval);
        }
        else if (_run.Faults.Find(FaultKind.Disconnect, order) is { } broken)
        {
            Break(broken, _scenario.PollInterval);
        }

        var lost = _run.Faults.Find(FaultKind.AckLost, order);
        var late = _run.Faults.Find(FaultKind.AckLateAfterTimeout, order);
        if ((lost ?? late) is { } fault)
        {
            _run.Faults.Happen(fault);
        }

        TellFresh(lost is not null, late is null ? TimeSpan.Zero : 2 * _scenario.AnswerTimeout);
        ScheduleExpiry();
    }

    private void Cancel(OrderRequestCancel cancel, int order)
    {
        if (Now<Fault.Banned>(banned => (banned.At, banned.Length)) is { } ban)
        {
            _run.Faults.Happen(ban);
            _fresh.Add(new AccountEvent.OrderCancelled(Exchange, new OrderResponseCancel(
                cancel.Key, new OrderError.Rejected(new ApiError.RateLimit()))));
            TellFresh();
            return;
        }

        var late = _run.Faults.Find(FaultKind.FillAfterCancelAccepted, order)
            ?? _run.Faults.Find(FaultKind.CancelRejectBecauseFilled, order);
        var share = late?.Kind == FaultKind.FillAfterCancelAccepted ? 0.5m : 1m;
        if (late is null || !Force(cancel.Key, share))
        {
            _exchange.Cancel(cancel, _run.Now, _fresh);
            TellFresh();
            return;
        }

        _run.Faults.Happen(late);
        var fills = _fresh.Where(report => report is not AccountEvent.BalanceSnapshot).ToArray();
        _fresh.RemoveAll(report => report is not AccountEvent.BalanceSnapshot);
        _exchange.Cancel(cancel, _run.Now, _fresh);
        _fresh.AddRange(fills);
        TellFresh();
    }

    private ApiError? Refusal(OrderRequestOpen open, int order)
    {
        if (_run.Faults.Find(FaultKind.Rejected, order) is { } rejected)
        {
            _run.Faults.Happen(rejected);
            return new ApiError.OrderRejected(rejected.Reason);
        }

        if (Now<Fault.Banned>(banned => (banned.At, banned.Length)) is { } ban)
        {
            _run.Faults.Happen(ban);
            return new ApiError.RateLimit();
        }

        var instrument = _catalog[open.Key.Instrument];
        if (Now<Fault.Halted>(row => (row.At, row.Length)) is { } halt
            && MarketPlan.Find(_catalog, halt.Instrument) == instrument)
        {
            _run.Faults.Happen(halt);
            return new ApiError.InstrumentInvalid(instrument.Index, "halted");
        }

        return null;
    }

    private T? Now<T>(Func<T, (TimeSpan At, TimeSpan Length)> window)
        where T : Fault
    {
        var elapsed = _run.Now - _scenario.Start;
        return _run.Faults.All<T>()
            .FirstOrDefault(fault => window(fault).At <= elapsed && elapsed < window(fault).At + window(fault).Length);
    }

    private void AskAgain(ExecutionRequest request)
    {
        if (!_unanswered.Contains(KeyOf(request)))
        {
            return;
        }

        var unknown = new OrderError.Connectivity(new ConnectivityError.Timeout());
        _run.Feed(new EngineEvent.Account(request switch
        {
            ExecutionRequest.Open { Request: var open } => new AccountEvent.OrderSnapshot(
                Exchange, open.ToOrder() with { State = new InactiveOrderState.OpenFailed(unknown) }),
            _ => new AccountEvent.OrderCancelled(Exchange, new OrderResponseCancel(request.Key, unknown)),
        }));
        Send(request);
    }

    private void Hear(AccountEvent report)
    {
        if (_isDown)
        {
            _reports.Withhold(report);
            return;
        }

        switch (report)
        {
            case AccountEvent.OrderSnapshot { Order: { State: InactiveOrderState } order }:
                _unanswered.Remove((order.Key.ClientOrderId, true));
                _unanswered.Remove((order.Key.ClientOrderId, false));
                break;
            case AccountEvent.OrderSnapshot { Order: var order }:
                _unanswered.Remove((order.Key.ClientOrderId, true));
                break;
            case AccountEvent.OrderCancelled { Response: var response }:
                _unanswered.Remove((response.Key.ClientOrderId, false));
                break;
        }

        _run.Feed(new EngineEvent.Account(report));
    }

    private void PayByHand(Fault.PaidByHand paid)
    {
        if (!_catalog.TryFindAsset(_catalog[Exchange], paid.Asset, out var asset))
        {
            return;
        }

        _byHand[asset] = _byHand.GetValueOrDefault(asset) + paid.Amount;
        _run.Faults.Happen(paid);
        Tell(new AccountEvent.BalanceSnapshot(
            Exchange, new AssetBalance(asset, _exchange.Ledger.BalanceOf(asset), _run.Now)));
    }

    private void TradeByHand(Fault.TradedByHand traded)
    {
        var instrument = MarketPlan.Find(_catalog, traded.Instrument);
        if (instrument.Exchange != Exchange)
        {
            return;
        }

        var id = new ClientOrderId(string.Create(null, $"by-hand-{_placed.Count}"));
        _placed.Add(id);
        _run.Faults.Happen(traded);
        _exchange.Open(
            OrderRequestOpen.Market(
                new OrderKey(Exchange, instrument.Index, StrategyId.Unknown, id), traded.Side, traded.Quantity),
            _run.Now,
            _fresh);
        TellFresh();
    }

    private AssetBalance Adjusted(AssetBalance told)
    {
        if (!_byHand.TryGetValue(told.Asset, out var paid))
        {
            return told;
        }

        var total = Math.Max(0m, told.Balance.Total + paid);
        var free = Math.Clamp(told.Balance.Free + paid, 0m, total);
        return told with { Balance = new Balance(total, free) };
    }

    private void TellFresh(bool isLost = false, TimeSpan late = default)
    {
        _reports.Say(_fresh, isLost || _isDown, late);
        _fresh.Clear();
    }

    private void ScheduleExpiry()
    {
        if (_exchange.NextExpiry is { } next && _expiry is null)
        {
            _expiry = next;
            _run.Agenda.Add(next, Agenda.Rank.Expiry, () =>
            {
                _expiry = null;
                _exchange.Expire(_run.Now, _fresh);
                TellFresh();
                ScheduleExpiry();
            });
        }
    }

    private void At(Timestamp time, Action deed) =>
        _run.Agenda.Add(Timestamp.Max(_run.Now, time), Agenda.Rank.Link, deed);

    private static (ClientOrderId Id, bool IsOpen) KeyOf(ExecutionRequest request) =>
        (request.Key.ClientOrderId, request is ExecutionRequest.Open);
}
