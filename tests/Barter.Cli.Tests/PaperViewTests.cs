using Barter.Cli.Paper;
using Barter.Configuration;
using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Cli.Tests;

/// <summary>A frame on a screen: a function of the frame and the size.</summary>
public sealed class PaperViewTests
{
    private static readonly Timestamp At = Timestamp.Parse("2025-06-02T09:00:00Z");
    private static readonly InstrumentIndex Btc = new(0);

    private readonly PaperFrame _frame = Frame();

    [Fact]
    public void Everything_stands_below_one_another_where_it_is_narrow() => Assert.Equal(
        """
        barter paper  ema-cross  2025-06-02 09:00:00 UTC  10x  trading  running 00:02:00
        ━━━━━━━━━━──────────  50 %  PnL -0.30 usdt  1,234 events, 31/s  1 fills

        Instrument             Bid  Ask   Last  Position  PnL open  PnL realised
        binance_spot-btc_usdt    -    -  60000      0.01      0.00         -0.30
        binance_spot-eth_usdt    -    -      -         -         -          0.00
        binance_spot-sol_usdt    -    -      -         -         -          0.00

        Link          Market data  Account
        binance_spot  healthy      healthy

        1 open orders  Instrument             Quantity  Filled  Price  State
        sell limit     binance_spot-btc_usdt      0.01       0  61000  sent

        Latest fills  Instrument             Side  Quantity  Price  Fees
        09:00:00      binance_spot-btc_usdt  buy       0.01  60000  0.30

        Balance            Total  Free
        binance_spot:btc    0.10  0.10
        binance_spot:eth       -     -
        binance_spot:sol       -     -
        binance_spot:usdt      -     -
        """,
        Text(80, 30));

    [Theory]
    [InlineData(200, 50)]
    [InlineData(120, 30)]
    [InlineData(80, 24)]
    [InlineData(60, 10)]
    [InlineData(20, 5)]
    [InlineData(1, 1)]
    public void It_fits_every_screen(int width, int height)
    {
        var lines = PaperView.Of(_frame, width, height);

        Assert.InRange(lines.Count, 1, height);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void Orders_stand_beside_balances_where_it_is_wide()
    {
        var line = Text(120, 30).Split('\n').Single(line => line.Contains("1 open orders", StringComparison.Ordinal));

        Assert.StartsWith("Link", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_room_is_counted() => Assert.EndsWith(
        "Balance            Total  Free\nbinance_spot:btc    0.10  0.10\n… 3 more",
        Text(80, 16),
        StringComparison.Ordinal);

    [Fact]
    public void A_session_too_fast_to_follow_says_so() => Assert.Contains(
        "Too fast for fills to be followed",
        string.Join('\n', PaperView.Of(_frame with { Fills = [], FollowsFills = false }, 80, 30)),
        StringComparison.Ordinal);

    [Fact]
    public void A_name_cannot_move_the_cursor() => Assert.StartsWith(
        "barter paper  ?[2Jx",
        PaperView.Of(_frame with { Strategy = "\e[2Jx" }, 80, 30)[0].ToString(),
        StringComparison.Ordinal);

    private string Text(int width, int height) =>
        string.Join('\n', PaperView.Of(_frame, width, height).Select(line => line.ToString().TrimEnd()));

    private static PaperFrame Frame()
    {
        var catalog = SystemConfig.Load(Given.Config).BuildCatalog();
        var engine = new TradingEngine(new EngineSettings
        {
            Catalog = catalog,
            Executions = [catalog.Exchanges[0]],
            Strategy = new NoOrders(),
            Session = "view",
            Start = At,
            Trading = TradingState.Enabled,
        });
        var exchange = new ExchangeIndex(0);
        var key = new OrderKey(exchange, Btc, new StrategyId("user"), new ClientOrderId("one"));
        var fill = new Fill(
            new TradeId("t"), new OrderId("o"), Btc, key.Strategy, At, Side.Buy, 60_000m, 0.01m,
            new AssetFees(catalog[Btc].Underlying.Quote, 0.3m));
        engine.Process(MarketEvent.OfTrade(
            catalog.Exchanges[0], Btc, At, At, new PublicTrade("1", 60_000m, 1m, Side.Buy)));
        engine.Process(new EngineEvent.Account(new AccountEvent.BalanceSnapshot(
            exchange, new AssetBalance(catalog[Btc].Underlying.Base, new Balance(0.1m, 0.1m), At))));
        engine.Process(new EngineEvent.Account(new AccountEvent.Filled(exchange, fill)));
        engine.Process(new EngineEvent.Commanded(new Command.SendOpenRequests(
            [OrderRequestOpen.Limit(key, Side.Sell, 61_000m, 0.01m)])));
        return new PaperFrame("ema-cross", "10x", engine.State)
        {
            Share = 0.5,
            Events = 1_234,
            EventsPerSecond = 31,
            Running = TimeSpan.FromMinutes(2),
            Fills = [fill],
            FillCount = 1,
        };
    }
}
