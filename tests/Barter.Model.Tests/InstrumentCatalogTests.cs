namespace Barter.Model.Tests;

public class InstrumentCatalogTests
{
    private static readonly Instrument Btc = Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt");
    private static readonly Instrument Eth = Instrument.Spot(ExchangeId.BinanceSpot, "ETHUSDT", "eth", "usdt");
    private static readonly Instrument Usd = Instrument.Spot(ExchangeId.Coinbase, "BTC-USD", "btc", "usd");
    private static readonly Timestamp Expiry = Timestamp.FromUnixMillis(1_703_980_800_000);

    [Fact]
    public void Nothing_gives_three_empty_lists()
    {
        var catalog = InstrumentCatalog.Build([]);

        Assert.Equal((0, 0, 0), (catalog.Exchanges.Count, catalog.Assets.Count, catalog.Instruments.Count));
    }

    [Fact]
    public void Indexes_do_not_depend_on_the_order_in_which_instruments_are_given()
    {
        foreach (var order in new[] { new[] { Btc, Eth, Usd }, [Usd, Eth, Btc], [Eth, Usd, Btc, Eth] })
        {
            var catalog = InstrumentCatalog.Build(order);

            Assert.Equal([ExchangeId.BinanceSpot, ExchangeId.Coinbase], catalog.Exchanges);
            Assert.Equal(
                ["binance_spot:btc", "binance_spot:eth", "binance_spot:usdt", "coinbase:btc", "coinbase:usd"],
                catalog.Assets.Select(row => row.ToString()));
            Assert.Equal(
                ["binance_spot-btc_usdt", "binance_spot-eth_usdt", "coinbase-btc_usd"],
                catalog.Instruments.Select(row => row.Name));
            Assert.Equal(new Underlying<AssetIndex>(new(1), new(2)), catalog.Instruments[1].Underlying);
            Assert.Equal(new ExchangeIndex(1), catalog.Instruments[2].Exchange);
        }
    }

    [Fact]
    public void Exchanges_sort_by_declaration_not_by_name()
    {
        var catalog = InstrumentCatalog.Build(
        [
            Instrument.Spot(ExchangeId.Bithumb, "BTC_KRW", "btc", "krw"),
            Instrument.Spot(ExchangeId.Bitvavo, "BTC-EUR", "btc", "eur"),
        ]);

        Assert.Equal([ExchangeId.Bitvavo, ExchangeId.Bithumb], catalog.Exchanges);
    }

    [Fact]
    public void A_settlement_asset_and_a_unit_asset_are_listed_once()
    {
        var unit = new InstrumentSpec(
            new(0m, 1m), new(new OrderQuantityUnit.OfAsset(Asset.FromExchangeName("btc")), 0m, 1m), new(0m));
        var perpetual = Of(new InstrumentKind.Perpetual(1m, Asset.FromExchangeName("usdc")));

        var catalog = InstrumentCatalog.Build([Btc with { Spec = unit }, perpetual]);

        Assert.Equal(["btc", "usdc", "usdt"], catalog.Assets.Select(row => row.Asset.NameInternal));
        Assert.Equal(new AssetIndex(1), catalog.Instruments[1].Settlement);
        Assert.Equal(new AssetIndex(1), catalog.Instruments[1].ProfitAsset);
        Assert.Equal(new AssetIndex(2), catalog.Instruments[0].ProfitAsset);
    }

    [Fact]
    public void Different_instruments_of_one_name_are_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => InstrumentCatalog.Build([Btc, Btc with { NameExchange = "XBTUSDT" }]));

        Assert.StartsWith("2 different instruments have the internal name 'binance_spot-btc_usdt'", refusal.Message);
    }

    [Fact]
    public void Different_assets_of_one_name_are_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => InstrumentCatalog.Build(
            [Btc, Instrument.Spot(ExchangeId.BinanceSpot, "BTCEUR", "BTC", "eur")]));

        Assert.StartsWith("2 different assets have the internal name 'binance_spot:btc'", refusal.Message);
    }

    [Fact]
    public void Names_find_indexes()
    {
        var catalog = InstrumentCatalog.Build([Btc, Eth, Usd]);

        Assert.Equal(new ExchangeIndex(1), catalog.Find(ExchangeId.Coinbase));
        Assert.Equal(new AssetIndex(3), catalog.FindAsset(ExchangeId.Coinbase, "BTC"));
        Assert.Equal(new InstrumentIndex(1), catalog.FindInstrument(ExchangeId.BinanceSpot, "ETHUSDT"));
        Assert.Equal(new InstrumentIndex(1), catalog.FindInstrument(ExchangeId.BinanceSpot, "binance_spot-ETH_usdt"));
        Assert.Equal(ExchangeId.Coinbase, catalog[new ExchangeIndex(1)]);
        Assert.Equal("coinbase:usd", catalog[new AssetIndex(4)].ToString());
        Assert.Equal(Usd, catalog[new InstrumentIndex(2)].Definition);
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        var catalog = InstrumentCatalog.Build([Btc, Usd]);

        Missing(
            "ExchangeIndex: exchange Kraken is not present in indexed instrument exchanges: BinanceSpot, Coinbase",
            () => catalog.Find(ExchangeId.Kraken));
        Missing(
            "AssetIndex: asset usdt not found for exchange Coinbase",
            () => catalog.FindAsset(ExchangeId.Coinbase, "usdt"));
        Missing(
            "InstrumentIndex: instrument binance_spot-btc_usdt not found for exchange Coinbase",
            () => catalog.FindInstrument(ExchangeId.Coinbase, "binance_spot-btc_usdt"));
        Missing("ExchangeIndex(2) is not one of the 2 exchange(s)", () => catalog[new ExchangeIndex(2)]);
        Missing("AssetIndex(-1) is not one of the 4 asset(s)", () => catalog[new AssetIndex(-1)]);
        Missing("InstrumentIndex(-1) is not one of the 2 instrument(s)", () => catalog[new InstrumentIndex(-1)]);
    }

    [Fact]
    public void A_symbol_that_two_instruments_share_finds_none_of_them()
    {
        var catalog = InstrumentCatalog.Build(
            [Btc, Of(new InstrumentKind.Perpetual(1m, Asset.FromExchangeName("usdt")))]);

        Assert.False(catalog.TryFindInstrument(ExchangeId.BinanceSpot, "BTCUSDT", out _));
    }

    [Fact]
    public void An_internal_name_tells_the_kind()
    {
        var usdt = Asset.FromExchangeName("usdt");

        Assert.Equal("binance_spot-btc_usdt", Btc.NameInternal);
        Assert.Equal("binance_spot-btc_usdt-perpetual", Of(new InstrumentKind.Perpetual(1m, usdt)).NameInternal);
        Assert.Equal(
            "binance_spot-btc_usdt-future-20231231", Of(new InstrumentKind.Future(1m, usdt, Expiry)).NameInternal);
        Assert.Equal(
            "binance_spot-btc_usdt-option-20231231-50000.5-put-american",
            Of(new InstrumentKind.Option(1m, usdt, OptionKind.Put, OptionExercise.American, Expiry, 50000.50m))
                .NameInternal);
    }

    [Fact]
    public void A_catalog_reads_back_from_its_JSON()
    {
        var perpetual = Of(new InstrumentKind.Perpetual(1m, Asset.FromExchangeName("usdc")));
        var catalog = InstrumentCatalog.Build([Btc, Eth, Usd, perpetual]);

        var json = ModelJson.Catalogs.ToJson(catalog);
        var again = ModelJson.Catalogs.Parse(json);

        Assert.Equal(catalog.Exchanges, again.Exchanges);
        Assert.Equal(catalog.Assets, again.Assets);
        Assert.Equal(catalog.Instruments, again.Instruments);
        Assert.StartsWith(
            """{"exchanges":[{"key":0,"value":"binance_spot"},{"key":1,"value":"coinbase"}],"""
            + "\"assets\":[{\"key\":0,\"value\":"
            + """{"exchange":"binance_spot","asset":{"name_internal":"btc","name_exchange":"btc"}}},""",
            json);
        Assert.Contains(
            """{"key":3,"value":{"exchange":{"key":1,"value":"coinbase"},"name_internal":"coinbase-btc_usd","""
            + "\"name_exchange\":\"BTC-USD\","
            + """ "underlying":{"base":4,"quote":5},"quote":"UnderlyingQuote","kind":"spot","spec":null}}""".Trim(),
            json);
        Assert.Contains(""" "kind":{"perpetual":{"contract_size":"1","settlement_asset":2}} """.Trim(), json);
    }

    [Theory]
    [InlineData(
        "index of an asset that is not there", "\"base\":0", "\"base\":9",
        "instruments[0].value.underlying.base: index 9 is out of bounds for 3 row(s)")]
    [InlineData(
        "keys that do not count", "\"key\":0,\"value\":\"binance_spot\"}],", "\"key\":1,\"value\":\"binance_spot\"}],",
        "exchanges[0]: keys must count from 0")]
    [InlineData(
        "another order", "\"binance_spot-btc_usdt\"", "\"binance_spot-zzz\"",
        "exchanges, assets and instruments must be sorted, without duplicates, and each be in use")]
    public void A_catalog_whose_indexes_would_shift_is_refused(string row, string right, string wrong, string message)
    {
        Assert.NotEmpty(row);
        var json = ModelJson.Catalogs.ToJson(InstrumentCatalog.Build([Btc, Eth]));
        Assert.Contains(right, json);

        Assert.Equal(
            message,
            Assert.Throws<ModelJsonException>(() => ModelJson.Catalogs.Parse(json.Replace(right, wrong))).Message);
    }

    [Fact]
    public void A_spec_is_validated()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new InstrumentSpec.PriceRule(-1m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InstrumentSpec.PriceRule(0m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new InstrumentSpec.QuantityRule(new OrderQuantityUnit.Quote(), -1m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new InstrumentSpec.QuantityRule(new OrderQuantityUnit.Quote(), 0m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InstrumentSpec.NotionalRule(-1m));
    }

    [Fact]
    public void Filters_choose_by_exchange_instrument_or_underlying()
    {
        var catalog = InstrumentCatalog.Build([Btc, Eth, Usd]);
        int[] Chosen(InstrumentFilter filter) =>
            [.. catalog.Instruments.Where(filter.Matches).Select(row => row.Index.Value)];

        Assert.Equal([0, 1, 2], Chosen(InstrumentFilter.All));
        Assert.Equal([2], Chosen(new InstrumentFilter.Exchanges([new(1)])));
        Assert.Equal([0, 2], Chosen(new InstrumentFilter.Instruments([new(2), new(0)])));
        Assert.Equal([1], Chosen(new InstrumentFilter.Underlyings([new(new(1), new(2)), new(new(2), new(1))])));
        Assert.Throws<ArgumentException>(() => new InstrumentFilter.Exchanges([]));
        Assert.Throws<ArgumentException>(() => new InstrumentFilter.Instruments([]));
        Assert.Throws<ArgumentException>(() => new InstrumentFilter.Underlyings([]));
    }

    private static Instrument Of(InstrumentKind kind) =>
        Instrument.Define(ExchangeId.BinanceSpot, "BTCUSDT", Btc.Underlying, QuoteKind.UnderlyingQuote, kind);

    private static void Missing(string message, Func<object> find) =>
        Assert.Equal(message, Assert.Throws<IndexNotFoundException>(find).Message);
}
