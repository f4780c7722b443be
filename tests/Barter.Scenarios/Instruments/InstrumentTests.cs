using Barter.Model;

namespace Barter.Scenarios.Instruments;

public sealed class InstrumentTests
{
    private static readonly Asset Btc = new("btc", "BTC");
    private static readonly Asset Usdt = new("usdt", "USDT");
    private static readonly Timestamp NewYearsEve = Timestamp.Parse("2025-12-31T00:00:00Z");
    private static readonly InstrumentKind.Future Future = new(1m, Usdt, NewYearsEve);
    private static readonly InstrumentKind.Option Call =
        new(1m, Usdt, OptionKind.Call, OptionExercise.European, NewYearsEve, 60000m);

    [Fact]
    [Trait("Case", "INS-020")]
    public void An_underlying_holds_base_and_quote()
    {
        var underlying = new Underlying<Asset>(Btc, Usdt);

        Assert.Equal((Btc, Usdt), (underlying.Base, underlying.Quote));
        Assert.Equal("btc_usdt", underlying.ToString());
    }

    [Fact]
    [Trait("Case", "INS-022")]
    public void Underlyings_are_equal_by_both_assets()
    {
        Assert.Equal(new Underlying<string>("btc", "usdt"), new Underlying<string>("btc", "usdt"));
        Assert.NotEqual(new Underlying<string>("btc", "usdt"), new Underlying<string>("eth", "usdt"));
    }

    [Fact]
    [Trait("Case", "INS-040")]
    public void A_perpetual_holds_its_size_and_settlement()
    {
        var perpetual = new InstrumentKind.Perpetual(1m, Usdt);

        Assert.Equal((1m, Usdt), (perpetual.ContractSize, perpetual.SettlementAsset));
    }

    [Fact]
    [Trait("Case", "INS-043")]
    [Trait("Case", "INS-051")]
    public void A_future_holds_its_size_its_settlement_and_its_expiry()
    {
        InstrumentKind kind = Future;

        Assert.Equal((1m, Usdt), (kind.ContractSize, kind.SettlementAsset));
        Assert.Equal(NewYearsEve, Assert.IsType<InstrumentKind.Future>(kind).Expiry);
        Assert.StartsWith("future", kind.ToString());
        Assert.Contains("\"kind\":{\"future\":{", ModelJson.Instruments.ToJson(Of(kind)));
    }

    [Fact]
    [Trait("Case", "INS-047")]
    public void Options_are_equal_by_what_they_hold()
    {
        Assert.Equal(new(1m, Usdt, OptionKind.Call, OptionExercise.European, NewYearsEve, 60000m), Call);
        Assert.NotEqual(Call with { Kind = OptionKind.Put }, Call);
    }

    [Fact]
    [Trait("Case", "INS-049")]
    public void Spot_has_no_contract()
    {
        InstrumentKind spot = new InstrumentKind.Spot();

        Assert.Equal("spot", spot.ToString());
        Assert.Equal((1m, null), (spot.ContractSize, spot.SettlementAsset));
        Assert.Contains("\"kind\":\"spot\"", ModelJson.Instruments.ToJson(Of(spot)));
    }

    [Fact]
    [Trait("Case", "INS-053")]
    public void Kinds_are_equal_by_case_and_contract()
    {
        Assert.Equal<InstrumentKind>(new InstrumentKind.Spot(), new InstrumentKind.Spot());
        Assert.NotEqual<InstrumentKind>(new InstrumentKind.Spot(), new InstrumentKind.Perpetual(1m, Usdt));
    }

    [Fact]
    [Trait("Case", "INS-054")]
    public void An_instrument_holds_its_definition()
    {
        var instrument = Of(new InstrumentKind.Spot());

        Assert.Equal(ExchangeId.BinanceSpot, instrument.Exchange);
        Assert.Equal(("binance_spot-btcusdt", "BTCUSDT"), (instrument.NameInternal, instrument.NameExchange));
        Assert.Equal(new Underlying<Asset>(Btc, Usdt), instrument.Underlying);
        Assert.Equal(QuoteKind.UnderlyingQuote, instrument.Quote);
        Assert.IsType<InstrumentKind.Spot>(instrument.Kind);
    }

    [Fact]
    [Trait("Case", "INS-056")]
    public void An_instrument_that_moves_to_another_exchange_keeps_its_name()
    {
        var moved = Of(new InstrumentKind.Spot()) with { Exchange = ExchangeId.Kraken };

        Assert.Equal((ExchangeId.Kraken, "binance_spot-btcusdt"), (moved.Exchange, moved.NameInternal));
    }

    [Fact]
    [Trait("Case", "INS-064")]
    [Trait("Case", "INS-066")]
    public void An_asset_index_is_its_number()
    {
        Assert.Equal(42, new AssetIndex(42).Value);
        Assert.Equal(new AssetIndex(1).GetHashCode(), new AssetIndex(1).GetHashCode());
    }

    [Fact]
    [Trait("Case", "INS-068")]
    public void Order_quantities_may_be_counted_in_an_asset()
    {
        OrderQuantityUnit unit = new OrderQuantityUnit.OfAsset(Btc);

        var counted = Assert.IsType<OrderQuantityUnit.OfAsset>(unit).Asset;
        Assert.Equal(("btc", "BTC"), (counted.NameInternal, counted.NameExchange));
    }

    [Fact]
    [Trait("Case", "IDX-001")]
    public void A_catalog_finds_by_name_and_by_index()
    {
        var catalog = InstrumentCatalog.Build(
        [
            Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "BTC", "USDT"),
            Instrument.Spot(ExchangeId.BinanceSpot, "ETHUSDT", "ETH", "USDT"),
        ]);

        Assert.Equal(ExchangeId.BinanceSpot, catalog[catalog.Find(ExchangeId.BinanceSpot)]);
        Assert.Equal(0, catalog.Find(ExchangeId.BinanceSpot).Value);
        var btc = catalog.FindAsset(ExchangeId.BinanceSpot, "Btc");
        Assert.Equal(new Asset("btc", "BTC"), catalog[btc].Asset);
        var instrument = catalog[catalog.FindInstrument(ExchangeId.BinanceSpot, "BTCUSDT")];
        Assert.Equal("BTCUSDT", instrument.Definition.NameExchange);
        Assert.Equal(btc, instrument.Underlying.Base);
        var missing = Assert.Throws<IndexNotFoundException>(() => catalog.FindAsset(ExchangeId.BinanceSpot, "doge"));
        Assert.Equal("AssetIndex: asset doge not found for exchange BinanceSpot", missing.Message);
    }

    private static Instrument Of(InstrumentKind kind) => new(
        ExchangeId.BinanceSpot, "binance_spot-btcusdt", "BTCUSDT", new(Btc, Usdt), QuoteKind.UnderlyingQuote, kind);
}
