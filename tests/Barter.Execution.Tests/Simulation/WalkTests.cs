using Barter.Execution.Simulation;
using Barter.Model;
using Xunit.Abstractions;

namespace Barter.Execution.Tests.Simulation;

/// <summary>Thousands of random sequences of orders and market events, each call compared to the oracle.</summary>
public sealed class WalkTests(ITestOutputHelper output)
{
    private const int StepsMin = 40;
    private const int StepsMax = 70;

    [Fact]
    public void Whatever_happens_the_reports_are_those_of_the_oracle_and_the_books_balance() =>
        WalkFrom(seed: 1, walks: 500);

    [Fact]
    [Trait("Category", "Slow")]
    public void Whatever_happens_ten_thousand_times_the_oracle_agrees() => WalkFrom(seed: 501, walks: 10_000);

    private void WalkFrom(int seed, int walks)
    {
        var given = Environment.GetEnvironmentVariable("BARTER_SEED");
        (seed, walks) = given is null ? (seed, walks) : (int.Parse(given, null), 1);
        var (trades, makers) = (0, 0);
        for (var end = seed + walks; seed < end; seed++)
        {
            var walk = new Walk(seed);
            try
            {
                walk.Run();
            }
            catch (Exception thrown)
            {
                output.WriteLine($"BARTER_SEED={seed} repeats it; its last calls were");
                walk.LastCalls(12).ToList().ForEach(output.WriteLine);
                throw new InvalidOperationException($"walk with BARTER_SEED={seed}: {thrown.Message}", thrown);
            }

            (trades, makers) = (trades + walk.Oracle.TradeCount, makers + walk.Oracle.MakerCount);
        }

        // A walk in which nothing trades would prove nothing
        output.WriteLine($"{trades} trades, {makers} of them as maker");
        Assert.True(given is not null || (trades > walks && makers > walks / 2));
    }

    private sealed class Walk
    {
        private readonly Random _random;
        private readonly Desk _desk;
        private readonly SimulatedExchange _twin;
        private readonly List<AccountEvent> _twinReports = [];
        private readonly List<(Timestamp Time, object Call, List<AccountEvent> Told)> _calls = [];
        private readonly int _style;
        private Timestamp _now = Desk.Start;
        private int _names;

        public Walk(int seed)
        {
            _random = new Random(seed);
            decimal[] fees = [0m, 0.05m, 0.1m, 1m, -0.02m];
            _desk = new Desk(Pick(fees), Pick(fees), usdt: _random.Next(200, 5_000), btc: _random.Next(0, 20));
            _twin = new SimulatedExchange(new ExchangeIndex(0), _desk.Catalog, _desk.Settings);
            _style = _random.Next(5);
            Oracle = new ExchangeOracle(_desk.Catalog, _desk.Settings);
        }

        public ExchangeOracle Oracle { get; }

        public IEnumerable<string> LastCalls(int count) => _calls.TakeLast(count).Select(row =>
            $"{row.Time} {row.Call}\n    {string.Join("\n    ", row.Told.Select(Line))}");

        public void Run()
        {
            var steps = _random.Next(StepsMin, StepsMax);
            for (var i = 0; i < steps; i++)
            {
                _now = _random.Next(12) == 0 && Oracle.NextExpiry() is { } midnight
                    ? midnight
                    : _now + TimeSpan.FromMinutes(_random.Next(4) == 0 ? _random.Next(60) : _random.Next(3));
                Step();
            }
        }

        private void Step()
        {
            switch (_random.Next(20))
            {
                case < 9:
                    var market = NextMarket();
                    Compare(market, Oracle.See(market, _now), (exchange, told) => exchange.See(market, _now, told));
                    break;
                case < 16:
                    var open = NextOpen();
                    Compare(open, Oracle.Open(open, _now), (exchange, told) => exchange.Open(open, _now, told));
                    break;
                case < 19:
                    var cancel = NextCancel();
                    Compare(
                        cancel, Oracle.Cancel(cancel, _now), (exchange, told) => exchange.Cancel(cancel, _now, told));
                    break;
                default:
                    Compare("expire", Oracle.Expire(_now), (exchange, told) => exchange.Expire(_now, told));
                    break;
            }
        }

        private void Compare(object call, List<string> expected, Action<SimulatedExchange, List<AccountEvent>> act)
        {
            var told = new List<AccountEvent>();
            _twinReports.Clear();
            act(_desk.Exchange, told);
            act(_twin, _twinReports);
            _calls.Add((_now, call, told));

            Assert.Equal(expected, told.Select(Line));
            Assert.Equal(told, _twinReports);
            Assert.All(told, report => Assert.True(report.TimeExchange is null || report.TimeExchange == _now));
            Assert.Equal(Oracle.NextExpiry(), _desk.Exchange.NextExpiry);
            CheckBooks();
        }

        private void CheckBooks()
        {
            var ledger = _desk.Exchange.Ledger;
            Assert.True(ledger.IsBalanced());
            for (var i = 0; i < _desk.Catalog.Assets.Count; i++)
            {
                var asset = new AssetIndex(i);
                var (free, reserved) = (ledger[asset, LedgerAccount.Free], ledger[asset, LedgerAccount.Reserved]);
                Assert.Equal(0m, Enum.GetValues<LedgerAccount>().Sum(account => ledger[asset, account]));
                Assert.True(free >= 0m && reserved >= 0m);
                Assert.Equal((Oracle.Total(asset), Oracle.Reserved(asset)), (free + reserved, reserved));
            }

            var open = _desk.Exchange.Snapshot(_now).Instruments.SelectMany(row => row.Orders
                .Select(order => $"{row.Instrument.Value}: {ReportText.Of(order.State)}"));
            Assert.Equal(Oracle.RestingAt(), open);
        }

        private string Line(AccountEvent report) =>
            report is AccountEvent.OrderSnapshot { Order.State: InactiveOrderState.OpenFailed { Error: var error } }
                ? $"refused {((OrderError.Rejected)error).Error.GetType().Name}"
                : ReportText.Of(report, _desk.Catalog);

        private MarketEvent NextMarket()
        {
            var instrument = NextInstrument();
            var (price, half) = (95m + _random.Next(11), 0.5m);
            var kind = _style switch { 0 => 0, 1 => 1, 2 => 2, 3 => _random.Next(2), _ => _random.Next(3) };
            switch (kind)
            {
                case 0:
                    var bid = _random.Next(12) == 0 ? default(Level?) : new Level(price, _random.Next(9) * half);
                    var ask = _random.Next(12) == 0 ? default(Level?) : new Level(
                        price + _random.Next(1, 3), _random.Next(9) * half);
                    var book = bid is null && ask is null
                        ? new OrderBookL1(_now, new Level(price, 1m), null)
                        : new OrderBookL1(_now, bid, ask);
                    return MarketEvent.OfL1(ExchangeId.BinanceSpot, instrument, _now, _now, book);
                case 1:
                    return MarketEvent.OfTrade(
                        ExchangeId.BinanceSpot, instrument, _now, _now, 1, price, _random.Next(1, 9) * half,
                        Pick([Side.Buy, Side.Sell]));
                default:
                    var (low, high) = (price - _random.Next(4), price + _random.Next(4));
                    return MarketEvent.OfCandle(
                        ExchangeId.BinanceSpot, instrument, _now, _now,
                        new Candle(_now, price, high, low, price, _random.Next(6) * half, 1));
            }
        }

        private OrderRequestOpen NextOpen()
        {
            TimeInForce[] all =
            [
                TimeInForce.GoodUntilCancelled(), TimeInForce.GoodUntilCancelled(), TimeInForce.GoodUntilEndOfDay,
                TimeInForce.GoodUntilCancelled(postOnly: true), TimeInForce.ImmediateOrCancel, TimeInForce.FillOrKill,
            ];
            var name = _random.Next(25) == 0 ? _random.Next(_names + 1) : ++_names;
            return new OrderRequestOpen(
                Desk.Key($"c{name}", NextInstrument()), Pick([Side.Buy, Side.Sell]), 95m + _random.Next(11),
                _random.Next(30) == 0 ? 0m : _random.Next(1, 11) * 0.5m,
                _random.Next(3) == 0 ? OrderKind.Market : OrderKind.Limit, Pick(all));
        }

        private OrderRequestCancel NextCancel()
        {
            var number = Math.Max(0, _names - _random.Next(6));
            return _random.Next(2) == 0
                ? new OrderRequestCancel(Desk.Key($"c{number}"))
                : new OrderRequestCancel(Desk.Key("any"), new OrderId($"{number}"));
        }

        private InstrumentIndex NextInstrument() => _random.Next(3) == 0 ? Desk.EthUsdt : Desk.BtcUsdt;

        private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
    }
}
