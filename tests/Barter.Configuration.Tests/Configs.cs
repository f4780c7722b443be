using Barter.Model;

namespace Barter.Configuration.Tests;

/// <summary>Configurations to start from.</summary>
internal static class Configs
{
    public const string SpotJson =
        """
        {
         "instruments":[
          {"exchange":"binance_spot","name_exchange":"ETHUSDT","underlying":{"base":"eth","quote":"usdt"},
           "quote":"underlying_quote","kind":"spot","spec":null},
          {"exchange":"binance_spot","name_exchange":"BTCUSDT","underlying":{"base":"btc","quote":"usdt"},
           "quote":"UnderlyingQuote","kind":"spot"}],
         "executions":[
          {"mocked_exchange":"binance_spot","latency_ms":100,"fees_percent":0.05,"initial_state":{
            "exchange":"binance_spot","balances":[
             {"asset":"usdt","balance":{"total":10000,"free":"9000"},"time_exchange":"2025-03-04T12:00:00.000000001Z"},
             {"asset":"btc","balance":{"total":0.1,"free":1e-1},"time_exchange":"2025-03-04T12:00:00Z"}],
            "instruments":[{"instrument":"BTCUSDT","orders":[]},{"instrument":"ETHUSDT"}]}}],
         "risk":{"global":null,"instruments":[]}
        }
        """;

    public static SystemConfig Spot() => SystemConfig.Parse(SpotJson);

    /// <summary>Every kind of instrument, unit and limit, a rebate, and orders that rest at the start.</summary>
    public static SystemConfig Full()
    {
        var (usd, btc, eth) = (Asset("USD"), Asset("XBT"), Asset("eth"));
        var expiry = Timestamp.FromUnixMillis(1_767_225_600_000);
        var rules = new InstrumentSpec.PriceRule(0.01m, 0.5m);
        InstrumentSpec Spec(OrderQuantityUnit unit) => new(rules, new(unit, 0m, 0.001m), new(5m));
        return new SystemConfig(
            [
                Define(
                    ExchangeId.Kraken, btc, usd, new InstrumentKind.Spot(), Spec(new OrderQuantityUnit.OfAsset(btc))),
                Define(ExchangeId.Kraken, eth, usd, new InstrumentKind.Spot(), Spec(new OrderQuantityUnit.Quote())),
                Define(ExchangeId.BinanceFuturesUsd, btc, usd, new InstrumentKind.Perpetual(1m, usd)),
                Define(ExchangeId.Deribit, btc, usd, new InstrumentKind.Future(10m, btc, expiry), inverse: true),
                Define(
                    ExchangeId.Deribit, eth, usd,
                    new InstrumentKind.Option(1m, eth, OptionKind.Put, OptionExercise.European, expiry, 2500.5m),
                    Spec(new OrderQuantityUnit.Contract())),
            ],
            [
                new SimulatedExecutionConfig(
                    ExchangeId.Kraken, TimeSpan.FromMicroseconds(1500), -0.01m, 0.04m,
                    [
                        new("usd", new(5000m, 4000m), Timestamp.Parse("2025-01-01T00:00:00.123456789Z")),
                        new("XBT", new(1m, 1m)),
                    ],
                    [
                        Order("a", TimeInForce.GoodUntilCancelled(postOnly: true)),
                        Order("b", TimeInForce.GoodUntilEndOfDay),
                    ]),
                new SimulatedExecutionConfig(ExchangeId.Deribit, TimeSpan.FromMilliseconds(7), 0.05m, 0.05m),
            ],
            new RiskConfiguration(
                new RiskLimits(1000m, 2m, 3m, 0.25m), [new(1, new RiskLimits(maxPositionNotional: 500m))]),
            0.05m);
    }

    /// <summary>A file of the data that stands beside the repository, or none.</summary>
    public static string? SharedData(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static Asset Asset(string name) => Model.Asset.FromExchangeName(name);

    private static Instrument Define(
        ExchangeId exchange, Asset first, Asset second, InstrumentKind kind, InstrumentSpec? spec = null,
        bool inverse = false) =>
        Instrument.Define(
            exchange, $"{first.NameExchange}/{second.NameExchange}", new(first, second),
            inverse ? QuoteKind.UnderlyingBase : QuoteKind.UnderlyingQuote, kind, spec);

    private static StartingOrder Order(string id, TimeInForce timeInForce) => new(
        "XBT/USD", new("maker"), new($"c-{id}"), Side.Sell, 70000m, 0.5m, timeInForce,
        new(new($"o-{id}"), Timestamp.Parse("2025-01-01T00:00:00Z"), 0.125m));
}
