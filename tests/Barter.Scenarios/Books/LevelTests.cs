using Barter.Model;

namespace Barter.Scenarios.Books;

public sealed class LevelTests
{
    [Fact]
    [Trait("Case", "BOOK-001")]
    public void A_level_holds_its_price_and_amount()
    {
        var level = new Level(100.5m, 2.0m);

        Assert.Equal(("100.5", "2"), (DecimalText.Format(level.Price), DecimalText.Format(level.Amount)));
    }

    [Fact]
    [Trait("Case", "BOOK-003")]
    public void An_amount_below_zero_is_refused()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new Level(100m, -1m));

        Assert.Contains("amount must be a non-negative, finite numeric value", refusal.Message);
        Assert.Equal(-1m, refusal.ActualValue);
    }

    // A decimal cannot be NaN, so it could only come in as text
    [Fact]
    [Trait("Case", "BOOK-003")]
    public void An_amount_that_is_no_number_is_refused()
    {
        const string Book =
            """
            {"Item":{"time_exchange":"2024-01-01T12:00:00Z","time_received":"2024-01-01T12:00:00Z",
             "exchange":"okx","instrument":0,"kind":{"OrderBookL1":{"last_update_time":"2024-01-01T12:00:00Z",
             "best_bid":{"price":"100","amount":"NaN"},"best_ask":null}}}}
            """;

        var refusal = Assert.Throws<ModelJsonException>(() => ModelJson.MarketEvents.Parse(Book));

        Assert.Contains("best_bid.amount: expected a decimal, found 'NaN'", refusal.Message);
        Assert.False(DecimalText.TryParse("NaN", out _));
    }

    [Fact]
    [Trait("Case", "BOOK-004")]
    public void A_level_prints_without_trailing_zeros() =>
        Assert.Equal("Level(price=100.5, amount=2)", new Level(100.50m, 2.0m).ToString());

    [Fact]
    [Trait("Case", "DATA-004")]
    public void A_level_keeps_its_decimals_exactly()
    {
        var level = new Level(50000m, 0.1m);

        Assert.Equal((50000m, 0.1m), (level.Price, level.Amount));
    }

    [Fact]
    [Trait("Case", "DATA-006")]
    public void Levels_are_equal_by_price_and_amount()
    {
        Assert.Equal(new Level(50000m, 0.1m), new Level(50000m, 0.1m));
        Assert.NotEqual(new Level(50000m, 0.1m), new Level(50001m, 0.1m));
    }
}
