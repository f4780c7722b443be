using Barter.MarketData.Checking;
using Barter.Model;

namespace Barter.MarketData.Tests.Checking;

public class MarketDataCheckTests
{
    private static readonly InstrumentIndex Btc = new(0);

    [Fact]
    public void Sound_data_has_counts_and_no_findings()
    {
        var result = Check([Trade(0, 1), Trade(1, 2), Quote(1, 1m, 2m), Quote(2, 1m, 2m)]);

        Assert.False(result.HasProblems);
        Assert.Equal([], result.Findings);
        Assert.Equal(
            new InstrumentCounts(
                Btc, At(0), At(2), [(MarketEventKind.Trade, 2L), (MarketEventKind.OrderBookL1, 2L)]),
            Assert.Single(result.Instruments));
    }

    [Fact]
    public void Silence_longer_than_allowed_is_a_gap_of_the_instrument()
    {
        var result = Check([Trade(0, 1), Trade(300, 2), Trade(601, 3), Trade(1_000, 4)]);

        Assert.Equal(
            new Finding(FindingKind.Gap, Btc, 2, 3, At(601), TimeSpan.FromSeconds(399)),
            Assert.Single(result.Findings));
    }

    [Fact]
    public void A_trade_id_that_comes_again_is_a_duplicate()
    {
        var result = Check([Trade(0, 1), Trade(0, 2), Trade(0, 1), Trade(0, 2)]);

        Assert.Equal(new Finding(FindingKind.DuplicateTrade, Btc, 2, 3, At(0), null), Assert.Single(result.Findings));
    }

    [Fact]
    public void A_trade_id_is_forgotten_once_the_window_has_passed() => Assert.Equal(
        [],
        Check([Trade(0, 1), Trade(0, 2), Trade(0, 3), Trade(0, 1)], new() { TradeIdWindow = 2 }).Findings);

    [Fact]
    public void Trades_without_an_id_are_no_duplicates()
    {
        var nameless = MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, Btc, At(0), At(0), new PublicTrade("", 1m, 1m, Side.Buy));

        Assert.Equal([], Check([nameless, nameless]).Findings);
    }

    [Fact]
    public void A_quote_that_comes_again_at_once_is_a_repetition() => Assert.Equal(
        new Finding(FindingKind.RepeatedEvent, Btc, 1, 2, At(0), null),
        Assert.Single(Check([Quote(0, 1m, 2m), Quote(0, 1m, 2m), Quote(0, 1m, 3m), Quote(0, 1m, 2m)]).Findings));

    [Theory]
    [InlineData("crossed", 3, 2, FindingKind.CrossedQuote)]
    [InlineData("locked", 2, 2, FindingKind.LockedQuote)]
    public void A_book_whose_sides_meet_is_found(string name, int bid, int ask, FindingKind kind)
    {
        var book = new OrderBookLevels(1, null, [new Level(bid, 1m)], [new Level(ask, 1m)]);

        Assert.NotNull(name);
        Assert.Equal(
            new Finding(kind, Btc, 2, 2, At(1), null),
            Assert.Single(Check([
                Quote(0, 1m, 2m), Quote(1, bid, ask),
                MarketEvent.OfBookSnapshot(ExchangeId.BinanceSpot, Btc, At(2), At(2), book)]).Findings));
    }

    [Fact]
    public void Time_that_goes_back_is_found_across_instruments()
    {
        var other = MarketEvent.OfTrade(ExchangeId.Okx, new InstrumentIndex(3), At(4), At(4), 1, 1m, 1m, Side.Buy);

        Assert.Equal(
            [
                new Finding(FindingKind.TimeTravel, Btc, 2, 2, At(9), TimeSpan.FromSeconds(2)),
                new Finding(FindingKind.TimeTravel, new InstrumentIndex(3), 1, 3, At(4), TimeSpan.FromSeconds(6)),
            ],
            Check([Trade(10, 1), Trade(9, 2), other, Trade(8, 3)]).Findings);
    }

    [Fact]
    public void Trades_and_quotes_of_no_size_are_found() => Assert.Equal(
        new Finding(FindingKind.BadSize, Btc, 3, 1, At(0), null),
        Assert.Single(Check([Trade(0, 1, 0m), Trade(0, 2, -1m), Trade(0, 3), Quote(0, 1m, 2m, 0m)]).Findings));

    [Fact]
    public void Reconnects_are_counted_and_no_problem()
    {
        var result = Check(
            [Trade(0, 1), MarketEvent.Reconnecting(ExchangeId.Okx), MarketEvent.Reconnecting(ExchangeId.Okx)]);

        Assert.False(result.HasProblems);
        Assert.Equal(new Finding(FindingKind.Reconnect, null, 2, 2, null, null), Assert.Single(result.Findings));
    }

    [Fact]
    public void Nothing_at_all_is_a_problem() => Assert.True(Check([]).HasProblems);

    [Fact]
    public void Error_items_are_a_problem()
    {
        using var file = new TempFile($"{Given.Error}\n{Given.Trade}\n{Given.Error}");
        using var stream = new RecordedMarketData(file.Path, Given.Catalog).Open();

        Assert.Equal(
            new Finding(FindingKind.Error, null, 2, null, null, null),
            Assert.Single(MarketDataCheck.Run(stream).Findings));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Check([], new() { GapThreshold = TimeSpan.Zero }));
        Assert.Throws<ArgumentException>(() => Check([], new() { TradeIdWindow = 0 }));
    }

    private static MarketDataCheckResult Check(MarketEvent[] events, MarketDataCheckOptions? options = null)
    {
        using var stream = new InMemoryMarketData(events).Open();
        return MarketDataCheck.Run(stream, options);
    }

    private static Timestamp At(int seconds) => Given.Time + TimeSpan.FromSeconds(seconds);

    private static MarketEvent Trade(int seconds, long id, decimal amount = 1m) =>
        MarketEvent.OfTrade(ExchangeId.BinanceSpot, Btc, At(seconds), At(seconds), id, 1m, amount, Side.Buy);

    private static MarketEvent Quote(int seconds, decimal bid, decimal ask, decimal amount = 1m) =>
        MarketEvent.OfL1(ExchangeId.BinanceSpot, Btc, At(seconds), At(seconds), new OrderBookL1(
            At(seconds), new Level(bid, amount), new Level(ask, amount)));
}
