namespace Barter.Model.Tests;

public class OrderBookTests
{
    private static readonly Timestamp Noon = Timestamp.Parse("2025-01-02T12:00:00Z");

    [Fact]
    public void Levels_in_any_order_stand_best_first_and_once_for_a_price()
    {
        var book = new OrderBook(new OrderBookLevels(
            7,
            Noon,
            [new(90m, 1m), new(100m, 2m), new(95m, 0m), new(100m, 3m)],
            [new(103m, 1m), new(101m, 2m), new(102m, 3m)]));

        Assert.Equal([new(100m, 2m), new Level(90m, 1m)], book.Bids);
        Assert.Equal([new(101m, 2m), new(102m, 3m), new Level(103m, 1m)], book.Asks);
        Assert.Equal((new Level(100m, 2m), new Level(101m, 2m)), (book.Bids.Best, book.Asks.Best));
        Assert.Equal(new Level(90m, 1m), book.Bids[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Bids[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Bids[-1]);
    }

    [Theory]
    [InlineData("new best", "101", "5", "101x5 100x2 90x1")]
    [InlineData("new worst", "80", "5", "100x2 90x1 80x5")]
    [InlineData("between", "95", "5", "100x2 95x5 90x1")]
    [InlineData("other amount", "90", "5", "100x2 90x5")]
    [InlineData("same price in other digits", "90.0", "5", "100x2 90.0x5")]
    [InlineData("best is gone", "100", "0", "90x1")]
    [InlineData("was never there", "95", "0", "100x2 90x1")]
    public void An_update_sets_the_amount_at_a_price(string row, string price, string amount, string bids)
    {
        Assert.NotEmpty(row);
        var book = new OrderBook(new OrderBookLevels(7, Noon, [new(100m, 2m), new(90m, 1m)], []));

        book.Update(new OrderBookLevels(8, null, [Level(price, amount)], []));

        Assert.Equal(bids, string.Join(' ', book.Bids.Select(level => $"{level.Price}x{level.Amount}")));
        Assert.Equal((8UL, null), (book.Sequence, book.TimeEngine));
        Assert.Empty(book.Asks);
    }

    [Fact]
    public void A_refused_update_leaves_the_book_as_it_was()
    {
        var levels = new OrderBookLevels(7, Noon, [new(100m, 2m)], [new(101m, 1m)]);
        var book = new OrderBook(levels);
        var broken = new OrderBookLevels(8, null, [new(99m, 1m)], [default]);

        Assert.Throws<ArgumentException>(() => book.Update(broken));
        var refusal = Assert.Throws<ArgumentException>(() => book.Replace(broken));

        Assert.StartsWith("ask price must be positive and finite, received 0", refusal.Message);
        Assert.Equal(levels, book.Snapshot());
    }

    [Fact]
    public void A_snapshot_does_not_change_with_the_book()
    {
        var levels = new OrderBookLevels(7, Noon, [new(100m, 2m), new(99m, 1m)], [new(101m, 1m), new(102m, 4m)]);
        var book = new OrderBook(levels);
        var (whole, top, none) = (book.Snapshot(), book.Snapshot(1), book.Snapshot(0));

        book.Update(new OrderBookLevels(8, null, [new(100m, 0m)], []));

        Assert.Equal(levels, whole);
        Assert.Equal(new OrderBookLevels(7, Noon, [new(100m, 2m)], [new(101m, 1m)]), top);
        Assert.Equal(new OrderBookLevels(7, Noon, [], []), none);
    }

    [Fact]
    public void A_book_follows_its_events_and_is_empty_once_the_link_is_lost()
    {
        var (book, instrument) = (new OrderBook(), new InstrumentIndex(0));
        var snapshot = new OrderBookLevels(1, Noon, [new(100m, 2m)], [new(101m, 1m)]);
        var update = new OrderBookLevels(2, Noon, [], [new(101m, 3m)]);

        Assert.True(book.Apply(MarketEvent.OfBookSnapshot(ExchangeId.Okx, instrument, Noon, Noon, snapshot)));
        Assert.True(book.Apply(MarketEvent.OfBookUpdate(ExchangeId.Okx, instrument, Noon, Noon, update)));
        Assert.False(book.Apply(MarketEvent.OfTrade(ExchangeId.Okx, instrument, Noon, Noon, 1, 100m, 1m, Side.Buy)));
        Assert.Equal(snapshot with { Sequence = 2, Asks = [new(101m, 3m)] }, book.Snapshot());

        Assert.True(book.Apply(MarketEvent.Reconnecting(ExchangeId.Okx)));
        Assert.Equal(new OrderBookLevels(0, null, [], []), book.Snapshot());
    }

    [Theory]
    [InlineData("100", "2", "99.9", "0")]
    [InlineData("100", "2", "101", "1")]
    [InlineData("100", "2", "101.5", "1")]
    [InlineData("100", "2", "103", "6")]
    [InlineData("100", "2", "1000", "6")]
    public void The_amount_up_to_a_price_counts_what_is_as_good(string bid, string amount, string price, string sum)
    {
        var book = new OrderBook(new OrderBookLevels(
            1, null, [Level(bid, amount)], [new(101m, 1m), new(102m, 2m), new(103m, 3m)]));

        Assert.Equal(decimal.Parse(sum), book.Asks.AmountUpTo(decimal.Parse(price)));
        Assert.Equal(2m, book.Bids.AmountUpTo(100m));
        Assert.Equal(0m, book.Bids.AmountUpTo(100.1m));
    }

    [Fact]
    public void The_price_of_an_amount_is_the_worst_it_would_reach()
    {
        var asks = OrderBookSide.Asks([new(101m, 1m), new(102m, 2m), new(103m, 3m)]);

        Assert.Equal((101m, 101m), (asks.PriceFor(1m), asks.AveragePriceFor(1m)));
        Assert.Equal((102m, 101.5m), (asks.PriceFor(2m), asks.AveragePriceFor(2m)));
        Assert.Equal((103m, 614m / 6m), (asks.PriceFor(6m), asks.AveragePriceFor(6m)));
        Assert.Null(asks.PriceFor(6.1m));
        Assert.Null(asks.AveragePriceFor(6.1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => asks.PriceFor(0m));
    }

    [Theory]
    [InlineData("equal prices lean to less", "100", "3000", "200", "1000", "175")]
    [InlineData("the other way", "100", "600", "200", "1000", "137.5")]
    [InlineData("nothing offered", "100", "0", "200", "0", "150")]
    public void The_weighted_middle_is_that_of_the_amounts(
        string row, string bid, string bidAmount, string ask, string askAmount, string middle)
    {
        Assert.NotEmpty(row);
        var weighted = OrderBookMath.VolumeWeightedMidPrice(Level(bid, bidAmount), Level(ask, askAmount));

        Assert.Equal(decimal.Parse(middle), weighted);
    }

    [Fact]
    public void A_book_without_one_side_has_no_middle()
    {
        var book = new OrderBook(new OrderBookLevels(1, null, [new(100m, 1m)], []));

        Assert.Null(book.MidPrice());
        Assert.Null(book.VolumeWeightedMidPrice());
    }

    [Fact]
    public void A_book_is_shown_with_its_prices_in_the_middle()
    {
        var book = new OrderBook(new OrderBookLevels(
            7, null, [new(100m, 12.5m), new(99.5m, 1m), new(98m, 1m)], [new(101m, 0.25m), new(102m, 3m)]));

        const string Shown =
            """
            OrderBook(sequence=7, bids=3, asks=2)
            bids | price | asks
                 |   102 | 3
                 |   101 | 0.25
            12.5 |   100 |
               1 |  99.5 |
            """;
        Assert.Equal(Shown, book.View(depth: 2));
        Assert.Equal("OrderBook(sequence=0, bids=0, asks=0)\nbids | price | asks", new OrderBook().View());
    }

    [Fact]
    public void A_book_holds_after_every_update_what_a_sorted_map_holds()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("BARTER_SEED") ?? "20250102");
        var dice = new Random(seed);
        var book = new OrderBook();
        var (bids, asks) = (new SortedDictionary<decimal, decimal>(), new SortedDictionary<decimal, decimal>());
        for (var step = 1; step <= 2_000; step++)
        {
            var (price, amount) = (dice.Next(1, 60) / 2m, dice.Next(0, 4));
            var isBid = dice.Next(2) == 0;
            ValueList<Level> changed = [new(price, amount)];
            book.Update(new OrderBookLevels((ulong)step, null, isBid ? changed : [], isBid ? [] : changed));
            Set(isBid ? bids : asks, price, amount);

            var expected = new OrderBookLevels((ulong)step, null, Levels(bids.Reverse()), Levels(asks));
            Assert.True(expected.Equals(book.Snapshot()), $"BARTER_SEED={seed}, step {step}: {book.View(100)}");
        }
    }

    private static void Set(SortedDictionary<decimal, decimal> side, decimal price, decimal amount)
    {
        side.Remove(price);
        if (amount > 0m)
        {
            side.Add(price, amount);
        }
    }

    private static ValueList<Level> Levels(IEnumerable<KeyValuePair<decimal, decimal>> side) =>
        side.Select(row => new Level(row.Key, row.Value)).ToValueList();

    private static Level Level(string price, string amount) => new(decimal.Parse(price), decimal.Parse(amount));
}
