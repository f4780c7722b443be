using Barter.Cli.Chaos;
using Barter.Cli.Serving;
using Barter.Configuration;
using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Execution.Simulation;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Tests.Chaos;

/// <summary>Whatever differs between a session and its exchange is told, by name.</summary>
public sealed class ChaosAuditTests
{
    private static readonly Timestamp Now = Timestamp.Parse("2025-06-02T00:00:00Z");
    private static readonly InstrumentCatalog Catalog = SystemConfig.Load(Given.Config).BuildCatalog();

    private static readonly OrderRequestOpen Taken = OrderRequestOpen.Market(Key("a"), Side.Buy, 0.01m);
    private static readonly OrderRequestOpen Resting = ServedExchange.Limited("b", 50_000m);

    private readonly JournalBook _journal = new();
    private readonly TradingEngine _engine;
    private ServedBook _book;
    private long _entries;

    public ChaosAuditTests()
    {
        _engine = new TradingEngine(new EngineSettings
        {
            Catalog = Catalog,
            Executions = Catalog.Exchanges.ToValueList(),
            Strategy = new NoOrders(),
        });
        var settings = new SimulatedExchangeSettings(
            0.05m, 0.05m, Catalog.Assets.Select((_, at) => Having(new AssetIndex(at), 10_000m)).ToValueList(), []);
        var account = new SimulatedAccount(
            new ExchangeIndex(0), new SimulatedExchange(new ExchangeIndex(0), Catalog, settings));
        account.TellAccount(Now);
        account.See(
            MarketEvent.OfL1(
                ExchangeId.BinanceSpot, new InstrumentIndex(0), Now, Now,
                new OrderBookL1(Now, new Level(99_999m, 1m), new Level(100_000m, 1m))),
            Now);
        foreach (var request in new[] { Taken, Resting })
        {
            Enter(new JournalEntry.OpenIntended(Now, 1, request));
            account.Place(request, null, Now);
        }

        for (var number = 1; number <= account.Last; number++)
        {
            var told = new EngineEvent.Account(account[number]);
            Enter(new JournalEntry.Entered(Now, told, number));
            _engine.Process(told);
        }

        _book = ServedBook.Parse(ServedBook.Write(account, Now));
    }

    [Fact]
    public void What_is_the_same_on_both_sides_is_no_difference()
    {
        Assert.Equal(2, _book.Orders.Count);
        Assert.Single(_book.Fills);
        Assert.Empty(Differences());
    }

    [Fact]
    public void An_order_that_was_never_intended_is_named()
    {
        var secret = _book.Orders[1] with { Key = Key("secret") };
        _book = _book with { Orders = [.. _book.Orders, secret] };

        Assert.Collection(
            Differences(),
            first => Assert.StartsWith(
                "order secret: the exchange holds it, the journal does not intend it", first, StringComparison.Ordinal),
            second => Assert.StartsWith("order secret: over in the engine", second, StringComparison.Ordinal));
    }

    [Fact]
    public void An_order_with_other_terms_is_named()
    {
        _book = _book with { Orders = [_book.Orders[0] with { Side = Side.Sell }, _book.Orders[1]] };

        Assert.StartsWith("order a: intended as ", Assert.Single(Differences()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_is_there_twice_is_named()
    {
        _book = _book with { Orders = [.. _book.Orders, _book.Orders[0]] };

        Assert.Equal("order a: the exchange holds it twice", Assert.Single(Differences()));
    }

    [Fact]
    public void An_order_that_is_intended_twice_is_named()
    {
        Enter(new JournalEntry.OpenIntended(Now, 9, Taken));

        Assert.StartsWith("order a: intended again at entry ", Assert.Single(Differences()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_is_over_there_is_named()
    {
        var over = _book.Orders[1] with { State = new InactiveOrderState.Expired() };
        _book = _book with { Orders = [_book.Orders[0], over] };

        Assert.StartsWith("order b: Open", Assert.Single(Differences()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_the_engine_is_not_sure_of_is_named()
    {
        _engine.Process(new EngineEvent.Account(new AccountEvent.OrderSnapshot(
            new ExchangeIndex(0),
            _book.Orders[1] with
            {
                State = new InactiveOrderState.OpenFailed(
                    new OrderError.Connectivity(new ConnectivityError.Timeout())),
            })));

        Assert.StartsWith("order b: Unknown", Assert.Single(Differences()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fill_that_was_lost_is_named_and_so_is_what_it_moved()
    {
        var lost = _book.Fills[0] with { Id = new TradeId("lost") };
        _book = _book with { Fills = [.. _book.Fills, lost] };

        Assert.Collection(
            Differences(),
            first => Assert.StartsWith(
                "fill lost: the exchange has it, the journal does not", first, StringComparison.Ordinal),
            second => Assert.Equal("the position in binance_spot-btc_usdt: 0.01 here, 0.02 there", second));
    }

    [Fact]
    public void A_fill_that_nobody_made_is_named()
    {
        Enter(new JournalEntry.Entered(
            Now,
            new EngineEvent.Account(new AccountEvent.Filled(
                new ExchangeIndex(0), _book.Fills[0] with { Id = new TradeId("made-up") })),
            0));

        Assert.StartsWith(
            "fill made-up: the journal has it, the exchange does not", Assert.Single(Differences()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_was_left_out_is_named()
    {
        var told = new EngineEvent.Account(new AccountEvent.Filled(new ExchangeIndex(0), _book.Fills[0]));
        Enter(new JournalEntry.Entered(Now, told, _book.Reports + 2));

        Assert.Contains($"after report {_book.Reports}", Assert.Single(Differences()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_balance_that_differs_is_named()
    {
        var balances = _book.Account.Balances;
        var other = balances[0] with { Balance = new Balance(7m, 7m) };
        _book = _book with
        {
            Account = new AccountSnapshot(new ExchangeIndex(0), [other, .. balances.Skip(1)], []),
        };

        Assert.StartsWith("the balance of binance_spot:btc", Assert.Single(Differences()), StringComparison.Ordinal);
    }

    private static OrderKey Key(string id) =>
        new(new ExchangeIndex(0), new InstrumentIndex(0), new StrategyId("test"), new ClientOrderId(id));

    private static AssetBalance Having(AssetIndex asset, decimal amount) =>
        new(asset, new Balance(amount, amount), Now);

    private void Enter(JournalEntry entry) => _journal.Entry(_entries++, entry);

    private IReadOnlyList<string> Differences() => new ChaosAudit(_book, _journal).Compare(_engine.State);
}
