using Barter.Model;

namespace Barter.Scenarios.Data;

public sealed class MarketEventTests
{
    private static readonly Timestamp Noon = Timestamp.Parse("2024-01-01T12:00:00Z");
    private static readonly PublicTrade Trade = new("123", 50000m, 0.1m, Side.Buy);
    private static readonly OrderBookL1 Book = new(Noon, null, null);
    private static readonly Candle Candle = new(Noon, 50000m, 51000m, 49000m, 50500m, 100m, 50);
    private static readonly Liquidation Liquidation = new(Side.Sell, 50000m, 0.1m, Noon);
    private static readonly InstrumentCatalog Catalog =
        InstrumentCatalog.Build([Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt")]);

    private static readonly InstrumentIndex Btc = Catalog.FindInstrument(ExchangeId.BinanceSpot, "BTCUSDT");

    [Fact]
    [Trait("Case", "DATA-034")]
    public void An_L1_event_holds_its_book()
    {
        var told = OfL1();

        Assert.Equal((MarketEventKind.OrderBookL1, "l1"), (told.Kind, told.Kind.ToWord()));
        Assert.Equal(Book, told.L1);
    }

    [Fact]
    [Trait("Case", "DATA-036")]
    public void A_candle_event_holds_its_candle()
    {
        var told = MarketEvent.OfCandle(ExchangeId.BinanceSpot, Btc, Noon, Noon, Candle);

        Assert.Equal((MarketEventKind.Candle, "candle"), (told.Kind, told.Kind.ToWord()));
        Assert.Equal(Candle, told.Candle);
        Assert.Equal(Candle, told.AsCandle());
    }

    [Fact]
    [Trait("Case", "DATA-038")]
    public void Events_are_equal_by_what_they_tell()
    {
        Assert.Equal(OfTrade(), OfTrade());
        Assert.NotEqual(OfTrade(), OfL1());
    }

    [Fact]
    [Trait("Case", "DATA-040")]
    public void An_event_holds_its_times_its_exchange_its_instrument_and_its_payload()
    {
        var told = OfTrade();

        Assert.Equal((Noon, Noon + TimeSpan.FromSeconds(1)), (told.TimeExchange, told.TimeReceived));
        Assert.Equal(ExchangeId.BinanceSpot, told.Exchange);
        Assert.Equal("binance_spot-btc_usdt", Catalog[told.Instrument].Name);
        Assert.Equal(Trade, told.Trade);
    }

    [Fact]
    [Trait("Case", "DATA-042")]
    public void Events_of_two_exchanges_differ()
    {
        Assert.Equal(OfTrade(ExchangeId.BinanceSpot), OfTrade(ExchangeId.BinanceSpot));
        Assert.NotEqual(OfTrade(ExchangeId.BinanceSpot), OfTrade(ExchangeId.Kraken));
    }

    [Fact]
    [Trait("Case", "DATA-045")]
    public void An_L1_event_is_no_trade()
    {
        Assert.Null(OfL1().AsTrade());
        Assert.Throws<InvalidOperationException>(() => OfL1().Trade);
        Assert.Equal(Trade, OfTrade().AsTrade());
    }

    [Fact]
    [Trait("Case", "DATA-046")]
    public void An_L1_event_narrows_to_its_book()
    {
        Assert.Equal(Book, OfL1().AsL1());
        Assert.Null(OfTrade().AsL1());
    }

    [Fact]
    [Trait("Case", "DATA-049")]
    public void A_liquidation_event_narrows_to_its_liquidation()
    {
        var told = MarketEvent.OfLiquidation(ExchangeId.BinanceSpot, Btc, Noon, Noon, Liquidation);

        Assert.Equal(Liquidation, told.AsLiquidation());
        Assert.Null(told.AsTrade());
        Assert.Null(OfTrade().AsLiquidation());
    }

    private static MarketEvent OfTrade(ExchangeId exchange = ExchangeId.BinanceSpot) =>
        MarketEvent.OfTrade(exchange, Btc, Noon, Noon + TimeSpan.FromSeconds(1), Trade);

    private static MarketEvent OfL1() => MarketEvent.OfL1(ExchangeId.BinanceSpot, Btc, Noon, Noon, Book);
}
