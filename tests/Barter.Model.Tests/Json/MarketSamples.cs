namespace Barter.Model.Tests.Json;

/// <summary>One market event of every kind with its JSON, and one instrument of every kind with its.</summary>
internal static class MarketSamples
{
    private const string Where = "\"exchange\":\"binance_spot\",\"instrument\":3,\"kind\":";

    private const string Head =
        """{"Item":{"time_exchange":"2025-03-04T12:00:00Z","time_received":"2025-03-04T12:00:01.250Z",""" + Where;

    public static readonly Asset Btc = Asset.FromExchangeName("BTC");
    public static readonly Asset Usdt = Asset.FromExchangeName("usdt");

    public static IEnumerable<(MarketEvent Event, string Json)> Events =>
    [
        (MarketEvent.Reconnecting(ExchangeId.Kraken), """{"Reconnecting":"kraken"}"""),
        (
            MarketEvent.OfTrade(
                ExchangeId.BinanceSpot, new(3), Samples.Noon, Samples.Later,
                new("a1", 100.50m, 0.00000001m, Side.Sell)),
            Item("""{"Trade":{"id":"a1","price":100.5,"amount":0.00000001,"side":"Sell"}}""")),
        (
            MarketEvent.OfTrade(
                ExchangeId.BinanceSpot, new(3), Samples.Noon, Samples.Later, 4314349047, 100m, 0.25m, Side.Buy),
            Item("""{"Trade":{"id":"4314349047","price":100,"amount":0.25,"side":"Buy"}}""")),
        (
            MarketEvent.OfL1(
                ExchangeId.BinanceSpot, new(3), Samples.Noon, Samples.Later,
                new(Samples.Noon, new Level(100.5m, 2.0m), new Level(101.0m, 1.5m))),
            Item("""{"OrderBookL1":{"last_update_time":"2025-03-04T12:00:00Z","best_bid":"""
                + """{"price":"100.5","amount":"2"},"best_ask":{"price":"101","amount":"1.5"}}}""")),
        (
            MarketEvent.OfL1(
                ExchangeId.BinanceSpot, new(3), Samples.Noon, Samples.Later, new(Samples.Noon, null, null)),
            Item("""{"OrderBookL1":{"last_update_time":"2025-03-04T12:00:00Z","best_bid":null,"best_ask":null}}""")),
        (
            MarketEvent.OfBookSnapshot(
                ExchangeId.BinanceSpot, new(3), Samples.Noon, Samples.Later,
                new(12345, Samples.Noon, [new(100.5m, 2m), new(100m, 1.5m)], [new(101m, 1m)])),
            Item("""{"OrderBook":{"Snapshot":{"sequence":12345,"time_engine":"2025-03-04T12:00:00Z","bids":"""
                + """{"levels":[{"price":"100.5","amount":"2"},{"price":"100","amount":"1.5"}]}"""
                + ""","asks":{"levels":[{"price":"101","amount":"1"}]}}}}""")),
        (
            MarketEvent.OfBookUpdate(
                ExchangeId.BinanceSpot, new(3), Samples.Noon, Samples.Later,
                new(ulong.MaxValue, null, [new(9.9m, 0m)], [])),
            Item("""{"OrderBook":{"Update":{"sequence":18446744073709551615,"time_engine":null,"bids":{"levels":["""
                + """{"price":"9.9","amount":"0"}]},"asks":{"levels":[]}}}}""")),
        (
            MarketEvent.OfCandle(
                ExchangeId.BinanceSpot, new(3), Samples.Noon, Samples.Later,
                new(Samples.Noon, 100m, 110m, 95m, 105m, 250.5m, 42)),
            Item("""{"Candle":{"close_time":"2025-03-04T12:00:00Z","open":100,"high":110,"low":95,"close":105"""
                + ""","volume":250.5,"trade_count":42}}""")),
        (
            MarketEvent.OfLiquidation(
                ExchangeId.BinanceSpot, new(3), Samples.Noon, Samples.Later, new(Side.Buy, 99.1m, 3m, Samples.Noon)),
            Item("""{"Liquidation":{"side":"Buy","price":99.1,"quantity":3,"time":"2025-03-04T12:00:00Z"}}""")),
    ];

    public static IEnumerable<(Instrument Instrument, string Json)> Instruments =>
    [
        (
            Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "BTC", "usdt"),
            Definition("", "UnderlyingQuote", "\"spot\"")),
        (
            Of(new InstrumentKind.Perpetual(100m, Btc), QuoteKind.UnderlyingBase),
            Definition(
                "-perpetual", "UnderlyingBase",
                $$$"""{"perpetual":{"contract_size":"100","settlement_asset":{{{Base}}}}}""")),
        (
            Of(new InstrumentKind.Future(0.1m, Usdt, Timestamp.FromUnixMillis(1_703_980_800_000))),
            Definition(
                "-future-20231231", "UnderlyingQuote",
                $$$"""{"future":{"contract_size":"0.1","settlement_asset":{{{Quote}}},"expiry":1703980800000}}""")),
        (
            Of(new InstrumentKind.Option(
                1m, Usdt, OptionKind.Put, OptionExercise.European,
                Timestamp.FromUnixMillis(1_703_980_800_000), 50000m)),
            Definition(
                "-option-20231231-50000-put-european", "UnderlyingQuote",
                $$$"""{"option":{"contract_size":"1","settlement_asset":{{{Quote}}}"""
                + ""","kind":"put","exercise":"european","expiry":1703980800000,"strike":"50000"}}""")),
        .. Units.Select(row => (
            Of(new InstrumentKind.Spot()) with { Spec = new(new(0.01m, 0.05m), new(row.Unit, 1m, 0.5m), new(5m)) },
            Definition(
                "", "UnderlyingQuote", "\"spot\"",
                $$$"""{"price":{"min":"0.01","tick_size":"0.05"},"quantity":{"unit":{{{row.Json}}}"""
                + ""","min":"1","increment":"0.5"},"notional":{"min":"5"}}"""))),
    ];

    private static IEnumerable<(OrderQuantityUnit Unit, string Json)> Units =>
    [
        (new OrderQuantityUnit.OfAsset(Btc), $$$"""{"Asset":{{{Base}}}}"""),
        (new OrderQuantityUnit.Contract(), "\"Contract\""),
        (new OrderQuantityUnit.Quote(), "\"Quote\""),
    ];

    private static string Base => """{"name_internal":"btc","name_exchange":"BTC"}""";

    private static string Quote => """{"name_internal":"usdt","name_exchange":"usdt"}""";

    private static string Pair => $$$""" "underlying":{"base":{{{Base}}},"quote":{{{Quote}}}}""".Trim();

    private static string Item(string kind) => $"{Head}{kind}}}}}";

    private static Instrument Of(InstrumentKind kind, QuoteKind quote = QuoteKind.UnderlyingQuote) =>
        Instrument.Define(ExchangeId.BinanceSpot, "BTCUSDT", new(Btc, Usdt), quote, kind);

    private static string Definition(string suffix, string quote, string kind, string spec = "null") =>
        $$$"""{"exchange":"binance_spot","name_internal":"binance_spot-btc_usdt{{{suffix}}}","name_exchange":"""
        + "\"BTCUSDT\"," + Pair + $$$""","quote":"{{{quote}}}","kind":{{{kind}}},"spec":{{{spec}}}}""";
}
