using Barter.Model;

namespace Barter.Scenarios.Books;

public sealed class OrderBookTests
{
    private static readonly Timestamp Noon = Timestamp.Parse("2024-01-01T12:00:00Z");

    [Fact]
    [Trait("Case", "BOOK-006")]
    public void A_bid_without_a_positive_price_is_refused()
    {
        var never = Assert.Throws<ArgumentOutOfRangeException>(() => new Level(-1m, 1m));
        var made = Assert.Throws<ArgumentException>(() => new OrderBook(new OrderBookLevels(1, null, [default], [])));

        Assert.Contains("price must be a positive, finite numeric value", never.Message);
        Assert.Contains("bid price must be positive and finite, received 0", made.Message);
    }

    [Fact]
    [Trait("Case", "BOOK-008")]
    public void The_middle_is_halfway_between_the_best_prices() =>
        Assert.Equal(101m, Book(bids: [new(100m, 1m)], asks: [new(102m, 1m)]).MidPrice());

    [Fact]
    [Trait("Case", "BOOK-009")]
    [Trait("Case", "DATA-027")]
    public void An_empty_book_has_no_middle()
    {
        Assert.Null(new OrderBook().MidPrice());
        Assert.Null(new OrderBook().VolumeWeightedMidPrice());
    }

    [Fact]
    [Trait("Case", "BOOK-011")]
    [Trait("Case", "DATA-030")]
    public void A_book_prints_its_sequence_and_how_many_levels_it_has() => Assert.Equal(
        "OrderBook(sequence=123, bids=1, asks=1)",
        Book(bids: [new(100m, 1m)], asks: [new(102m, 1m)]).ToString());

    [Fact]
    [Trait("Case", "BOOK-012")]
    public void The_middle_of_two_levels_needs_no_book() =>
        Assert.Equal(101m, OrderBookMath.MidPrice(new Level(100m, 1m), new Level(102m, 1m)));

    [Fact]
    [Trait("Case", "BOOK-014")]
    public void The_weighted_middle_leans_to_where_less_is_offered() => Assert.Equal(
        "101.33333333333333333333333333",
        DecimalText.Format(OrderBookMath.VolumeWeightedMidPrice(new Level(100m, 2m), new Level(102m, 1m))));

    // A decimal cannot be NaN: what is no price is the level that nobody made
    [Fact]
    [Trait("Case", "BOOK-015")]
    public void The_weighted_middle_names_the_side_that_has_no_price()
    {
        var ask = new Level(102m, 1m);

        var refusal = Assert.Throws<ArgumentOutOfRangeException>(
            () => OrderBookMath.VolumeWeightedMidPrice(default, ask));

        Assert.Equal("bestBid", refusal.ParamName);
        Assert.StartsWith("the price of bestBid must be positive", refusal.Message);
    }

    [Fact]
    [Trait("Case", "DATA-021")]
    public void Bids_are_ordered_from_the_highest_price()
    {
        var bids = OrderBookSide.Bids([new(90m, 2m), new(100m, 1m)]);

        Assert.Equal(Side.Buy, bids.Side);
        Assert.Equal([new Level(100m, 1m), new Level(90m, 2m)], bids);
    }

    [Fact]
    [Trait("Case", "DATA-023")]
    public void The_best_bid_is_the_highest() =>
        Assert.Equal(new Level(100m, 1m), OrderBookSide.Bids([new(100m, 1m), new(90m, 2m)]).Best);

    [Fact]
    [Trait("Case", "DATA-025")]
    public void A_book_holds_its_sequence_its_time_and_its_levels()
    {
        var book = new OrderBook(new OrderBookLevels(1, Noon, [new(100m, 1m)], [new(101m, 1m)]));

        Assert.Equal((1UL, Noon), (book.Sequence, book.TimeEngine));
        Assert.Equal([new Level(100m, 1m)], book.Bids);
        Assert.Equal([new Level(101m, 1m)], book.Asks);
    }

    [Fact]
    [Trait("Case", "DATA-028")]
    public void The_weighted_middle_of_a_book_has_all_digits() => Assert.Equal(
        "100.66666666666666666666666667",
        DecimalText.Format(Book(bids: [new(100m, 2m)], asks: [new(101m, 1m)]).VolumeWeightedMidPrice()!.Value));

    private static OrderBook Book(ValueList<Level> bids, ValueList<Level> asks) =>
        new(new OrderBookLevels(123, null, bids, asks));
}
