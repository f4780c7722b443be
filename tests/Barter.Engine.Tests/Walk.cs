using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

/// <summary>Random events around a small set of orders, some of them odd, late, repeated or wrong.</summary>
internal sealed class Walk(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<Fill> _told = [];
    private int _millis = 1_000;
    private int _trades;

    public EngineEvent Next() => _random.Next(20) switch
    {
        < 5 => Trade(Instrument(), Price(), Time()),
        < 7 => Book(Instrument(), Level(), Level(), Time()),
        < 10 => NextFill(),
        < 13 => NextReport(),
        13 => NextCancelAnswer(),
        14 => BalanceTold(new AssetIndex(_random.Next(5)), 10m, 5m, Time()),
        15 => NextSnapshot(),
        16 => _random.Next(2) == 0
            ? MarketLost(ExchangeOf(Instrument()))
            : new EngineEvent.AccountReconnecting(ExchangeOf(Instrument())),
        17 => Trading(_random.Next(4) == 0 ? TradingState.Disabled : TradingState.Enabled),
        18 => NextCommand(),
        _ => NextOdd(),
    };

    private EngineEvent NextFill()
    {
        if (_told.Count > 0 && _random.Next(5) == 0)
        {
            return Filled(_told[^_random.Next(1, Math.Min(_told.Count, 50) + 1)]);
        }

        var fill = FillOf(
            _random.Next(2) == 0 ? Side.Buy : Side.Sell, Price(), _random.Next(1, 20) / 4m, _random.Next(-2, 8) / 8m,
            Time(), $"t{_trades++}", Instrument(), $"{_random.Next(30)}");
        _told.Add(fill);
        return Filled(fill);
    }

    private EngineEvent NextReport()
    {
        var request = Request();
        return Reported(request, State(request.Quantity));
    }

    private EngineEvent NextCancelAnswer() => _random.Next(3) switch
    {
        0 => Cancelled(Request().Key, Time()),
        1 => CancelRefused(Request().Key, Error()),
        _ => CancelRefused(Request().Key, new OrderError.Rejected(new ApiError.OrderAlreadyFullyFilled())),
    };

    private EngineEvent NextSnapshot()
    {
        var request = Request();
        return Told(new AccountEvent.Snapshot(new AccountSnapshot(
            request.Key.Exchange,
            [],
            [new InstrumentAccountSnapshot(
                request.Key.Instrument, [request.ToOrder() with { State = State(request.Quantity) }])])));
    }

    private EngineEvent NextCommand() => _random.Next(4) switch
    {
        0 => Do(new Command.CancelOrders(InstrumentFilter.All)),
        1 => Do(new Command.ClosePositions(new InstrumentFilter.Instruments([Instrument()]))),
        2 => Do(new Command.SendCancelRequests([new OrderRequestCancel(Request().Key)])),
        _ => OpenCommand(Request(), Request()),
    };

    private EngineEvent NextOdd() => _random.Next(8) switch
    {
        4 => new EngineEvent.SessionRestarted(),
        5 or 6 or 7 => new EngineEvent.Reconciled(ExchangeOf(Instrument())),
        0 => Trade(BtcUsdt, -1m, Time()),
        1 => Told(new AccountEvent.Filled(Kraken, FillOf(Side.Buy, 1m, 1m))),
        2 => new EngineEvent.TimerElapsed(Time(), "t"),
        _ => MarketLost(ExchangeId.Other),
    };

    private OrderState State(decimal quantity) => _random.Next(9) switch
    {
        < 4 => Open(quantity),
        4 => new ActiveOrderState.CancelInFlight(_random.Next(2) == 0 ? null : Open(quantity)),
        5 => new ActiveOrderState.Unknown(_random.Next(2) == 0 ? null : Open(quantity)),
        6 => new InactiveOrderState.OpenFailed(Error()),
        7 => new InactiveOrderState.FullyFilled(),
        _ => new InactiveOrderState.Cancelled(new OrderId("1"), Time()),
    };

    private ActiveOrderState.Open Open(decimal quantity) =>
        new(new OrderId($"{_random.Next(30)}"), Time(), quantity * _random.Next(5) / 4m);

    private OrderError Error() => _random.Next(3) switch
    {
        0 => new OrderError.Connectivity(new ConnectivityError.Timeout()),
        1 => new OrderError.Connectivity(new ConnectivityError.ExchangeOffline(ExchangeId.BinanceSpot)),
        _ => new OrderError.Rejected(new ApiError.OrderRejected("no")),
    };

    private OrderRequestOpen Request() => Limit(
        Instrument(), $"o{_trades / 8}.{_random.Next(8)}", _random.Next(2) == 0 ? Side.Buy : Side.Sell, Price(),
        _random.Next(1, 5));

    private InstrumentIndex Instrument() => new(_random.Next(3));

    private decimal Price() => _random.Next(50, 200) / 2m;

    private Level? Level() => _random.Next(8) == 0 ? null : new Level(Price(), _random.Next(4));

    private Timestamp Time() => At(_random.Next(6) == 0 ? _millis - _random.Next(500) : ++_millis);
}

/// <summary>Sends and cancels at random, the same for the same seed and calls; throws now and then.</summary>
internal sealed class RandomStrategy(int seed) : IStrategy
{
    private readonly Random _random = new(seed);

    public StrategyId Id { get; } = new("random");

    public void Decide(EngineState state, OrderBatch orders)
    {
        var row = state.Instruments[_random.Next(state.Instruments.Length)];
        switch (_random.Next(12))
        {
            case 0:
                orders.Market(row.Index, Side.Buy, _random.Next(1, 4));
                break;
            case 1:
                orders.Limit(row.Index, Side.Sell, _random.Next(1, 90), _random.Next(1, 4));
                break;
            case 2 when row.Orders.Count > 0:
                orders.Cancel(row.Orders[_random.Next(row.Orders.Count)]);
                break;
            case 3 when _random.Next(5) == 0:
                orders.Market(row.Index, Side.Buy, 1m);
                throw new InvalidOperationException("at random");
            default:
                break;
        }
    }
}
