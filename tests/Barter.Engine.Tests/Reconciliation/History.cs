using Barter.Engine.Reconciliation;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Reconciliation;

/// <summary>A random life of an account, and an engine that misses parts of it.</summary>
internal sealed class History
{
    private const int Window = 8;
    private readonly Random _random;
    private readonly Dictionary<OrderKey, Timestamp> _validUntil = [];
    private readonly List<AccountEvent> _late = [];
    private readonly List<Fill> _missed = [];
    private int _names;
    private bool _isAway;

    public History(int seed)
    {
        _random = new Random(seed);
        var isSpot = _random.Next(2) == 0;
        var steps = _random.Next(2, 60);
        Catalog = isSpot ? World.Catalog : Contracts;
        (Venue, Engine) = (new Venue(Catalog), NewEngine(catalog: Catalog));
        LosesTailOnly = _random.Next(2) == 0;
        Live(steps, deafFrom: _random.Next(steps));
    }

    public Venue Venue { get; }

    public TradingEngine Engine { get; }

    public InstrumentCatalog Catalog { get; }

    /// <summary>Whether the engine heard everything up to a moment and nothing after it.</summary>
    public bool LosesTailOnly { get; }

    /// <summary>How often the engine was told of an end that was none.</summary>
    public int Misled { get; private set; }

    private static InstrumentCatalog Contracts { get; } = InstrumentCatalog.Build(
    [
        Contract("BTC", "btc"), Contract("ETH", "eth"),
    ]);

    /// <summary>What the exchange states now: all, or with a short list of fills and questions left open.</summary>
    public AccountEvidence Evidence(bool isComplete)
    {
        var account = Venue.Account(withEmpty: _random.Next(2) == 0);
        var since = isComplete || _random.Next(2) == 0 ? null : Since();
        var fills = Venue.Fills.Where(fill => since is null || fill.TimeExchange >= since).ToArray();
        if (_random.Next(2) == 0)
        {
            fills = [.. fills.OrderByDescending(fill => fill.TimeExchange)];
        }

        return new AccountEvidence(
            Venue.Here, Venue.Now, account, fills.ToValueList(), since,
            Reconciler.Questions(Engine.State, account)
                .Where(_ => isComplete || _random.Next(8) > 0)
                .Select(key => new OrderAnswer(key, Venue.Find(key), _validUntil.GetValueOrDefault(key, At(0))))
                .ToValueList(),
            Venue.Positions());
    }

    /// <summary>Reports that were under way all the time; the socket and the query overlap.</summary>
    public IEnumerable<AccountEvent> Late() => _late;

    private static Instrument Contract(string symbol, string asset)
    {
        var (underlying, usd) = (Asset.FromExchangeName(asset), Asset.FromExchangeName("usd"));
        return Instrument.Define(
            ExchangeId.Bitmex, symbol, new Underlying<Asset>(underlying, usd), QuoteKind.UnderlyingQuote,
            new InstrumentKind.Perpetual(1m, usd));
    }

    /// <summary>Where no positions are stated, only a list back to what was missed makes it whole.</summary>
    private Timestamp? Since()
    {
        if (Venue.StatesPositions)
        {
            return Venue.Now - TimeSpan.FromMilliseconds(_random.Next(40));
        }

        return _missed.Count == 0 ? Venue.Now : _missed.Min(fill => fill.TimeExchange);
    }

    private void Live(int steps, int deafFrom)
    {
        for (var step = 0; step < steps; step++)
        {
            _isAway = LosesTailOnly && step >= deafFrom;
            Live();
            Venue.Wait(_random.Next(3));
        }
    }

    private void Live()
    {
        var resting = Venue.Resting.ToArray();
        switch (_random.Next(10))
        {
            case < 3:
                Send();
                break;
            case < 6 when resting.Length > 0:
                Trade(Pick(resting));
                break;
            case 6 when resting.Length > 0:
                Hear(new AccountEvent.OrderSnapshot(
                    Venue.Here, Venue.End(Pick(resting), isExpired: _random.Next(2) == 0)));
                break;
            case 7:
                Cancel();
                break;
            case 8:
                Hear(Venue.ByHand(AnyInstrument(), AnySide(), _random.Next(1, 12) / 4m, Price()));
                break;
            case 9 when resting.Length > 0 && _random.Next(3) == 0:
                Mislead(Pick(resting));
                break;
            case 9 when _random.Next(3) == 0:
                Hear(new AccountEvent.OrderSnapshot(Venue.Here, Venue.Place(Request("by hand"))));
                break;
            default:
                Hear(new AccountEvent.Snapshot(Venue.Account(withEmpty: true)));
                break;
        }
    }

    private void Send()
    {
        var request = Request("ours");
        if (_isAway)
        {
            return;
        }

        Engine.Process(OpenCommand(request));
        _validUntil[request.Key] = Venue.Now + TimeSpan.FromMilliseconds(Window);
        var isLost = _random.Next(8) == 0;
        var answer = isLost ? null : Venue.Place(request);
        if (_random.Next(6) == 0)
        {
            Engine.Process(Reported(request, new InactiveOrderState.OpenFailed(
                new OrderError.Connectivity(new ConnectivityError.Timeout()))));
        }
        else if (answer is not null)
        {
            Hear(new AccountEvent.OrderSnapshot(Venue.Here, answer));
        }
    }

    /// <summary>The engine is told of an end that was none.</summary>
    private void Mislead(Order resting)
    {
        Engine.Process(Told(new AccountEvent.OrderSnapshot(Venue.Here, resting with
        {
            State = _random.Next(2) == 0
                ? new InactiveOrderState.Cancelled(((ActiveOrderState.Open)resting.State).Id, Venue.Now)
                : new InactiveOrderState.OpenFailed(new OrderError.Rejected(new ApiError.RateLimit())),
        })));
        Misled++;
        Venue.Wait(1);
    }

    private void Trade(Order resting)
    {
        var left = resting.QuantityRemaining;
        var (fill, order) = Venue.Trade(
            resting, _random.Next(2) == 0 ? left : Math.Min(left, _random.Next(1, 4) / 4m), Price());
        Hear(fill);
        Hear(new AccountEvent.OrderSnapshot(Venue.Here, order));
    }

    private void Cancel()
    {
        var active = OrderEvidence.Active(Engine.State, Venue.Here);
        if (active.Count == 0 || _isAway || active[_random.Next(active.Count)].ToCancelRequest() is not { } request)
        {
            return;
        }

        Engine.Process(Do(new Command.SendCancelRequests([request])));
        if (_random.Next(3) > 0 && Venue.Find(request.Key) is { State: ActiveOrderState.Open } resting)
        {
            var over = (InactiveOrderState.Cancelled)Venue.End(resting, isExpired: false).State;
            Hear(new AccountEvent.OrderCancelled(Venue.Here, new OrderResponseCancel(request.Key, over)));
        }
    }

    private void Hear(Fill fill)
    {
        if (!Hear(new AccountEvent.Filled(Venue.Here, fill)))
        {
            _missed.Add(fill);
        }
    }

    private bool Hear(AccountEvent told)
    {
        var isHeard = !_isAway && (LosesTailOnly || _random.Next(3) > 0);
        if (isHeard)
        {
            Engine.Process(Told(told));
        }

        if (told is not AccountEvent.Snapshot && _random.Next(4) == 0)
        {
            _late.Add(told);
        }

        return isHeard;
    }

    private OrderRequestOpen Request(string whose) => OrderRequestOpen.Limit(
        new OrderKey(Venue.Here, AnyInstrument(), Scripted, new ClientOrderId($"{whose}-{_names++}")),
        AnySide(), Price(), _random.Next(1, 12) / 4m);

    private Order Pick(Order[] orders) => orders[_random.Next(orders.Length)];

    private InstrumentIndex AnyInstrument() => new(_random.Next(2));

    private Side AnySide() => _random.Next(2) == 0 ? Side.Buy : Side.Sell;

    private decimal Price() => _random.Next(50, 200) / 2m;
}
