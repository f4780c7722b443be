using Barter.MarketData.Subscriptions;
using Barter.Model;
using static Barter.MarketData.Subscriptions.SubscriptionKind;

namespace Barter.MarketData.Tests.Subscriptions;

public class SubscriptionTests
{
    private static readonly Timestamp Expiry = Timestamp.Parse("2026-12-25T08:00:00Z");
    private static readonly MarketDataInstrumentKind Spot = new MarketDataInstrumentKind.Spot();
    private static readonly MarketDataInstrumentKind Perpetual = new MarketDataInstrumentKind.Perpetual();
    private static readonly MarketDataInstrumentKind Future = new MarketDataInstrumentKind.Future(Expiry);
    private static readonly MarketDataInstrumentKind Option =
        new MarketDataInstrumentKind.Option(OptionKind.Call, OptionExercise.European, Expiry, 60000.0m);

    [Theory]
    [InlineData(ExchangeId.BinanceSpot, "spot", "PublicTrades OrderBooksL1 OrderBooksL2")]
    [InlineData(ExchangeId.BinanceFuturesUsd, "perpetual", "PublicTrades OrderBooksL1 OrderBooksL2 Liquidations")]
    [InlineData(ExchangeId.BybitSpot, "spot", "PublicTrades OrderBooksL1 OrderBooksL2")]
    [InlineData(ExchangeId.BybitPerpetualsUsd, "perpetual", "PublicTrades OrderBooksL1 OrderBooksL2")]
    [InlineData(ExchangeId.Kraken, "spot", "PublicTrades OrderBooksL1")]
    [InlineData(ExchangeId.Okx, "spot perpetual future option", "PublicTrades")]
    [InlineData(ExchangeId.Coinbase, "spot", "PublicTrades")]
    [InlineData(ExchangeId.Bitfinex, "spot", "PublicTrades")]
    [InlineData(ExchangeId.Bitmex, "perpetual", "PublicTrades")]
    [InlineData(ExchangeId.GateioSpot, "spot", "PublicTrades")]
    [InlineData(ExchangeId.GateioFuturesUsd, "future", "PublicTrades")]
    [InlineData(ExchangeId.GateioFuturesBtc, "future", "PublicTrades")]
    [InlineData(ExchangeId.GateioPerpetualsUsd, "perpetual", "PublicTrades")]
    [InlineData(ExchangeId.GateioPerpetualsBtc, "perpetual", "PublicTrades")]
    [InlineData(ExchangeId.GateioOptions, "option", "PublicTrades")]
    [InlineData(ExchangeId.Kucoin, "", "")]
    public void An_exchange_offers_what_the_matrix_says_and_nothing_else(
        ExchangeId exchange, string kinds, string offered)
    {
        foreach (var kind in new[] { Spot, Perpetual, Future, Option })
        {
            var isTraded = kinds.Split(' ').Contains(kind.ToString().Split('_')[0]);
            Assert.Equal(isTraded, ExchangeCapabilities.Supports(exchange, kind));
            foreach (var wish in Enum.GetValues<SubscriptionKind>())
            {
                Assert.Equal(
                    isTraded && offered.Split(' ').Contains(wish.ToString()),
                    ExchangeCapabilities.Supports(exchange, kind, wish));
            }
        }
    }

    [Theory]
    [InlineData("spot", "btc_usdt_spot")]
    [InlineData("perpetual", "btc_usdt_perpetual")]
    [InlineData("future", "btc_usdt_future_2026-12-25-UTC")]
    [InlineData("option", "btc_usdt_option_call_european_2026-12-25-UTC_60000")]
    public void An_instrument_prints_its_pair_and_its_kind(string kind, string printed)
    {
        var of = new[] { Spot, Perpetual, Future, Option }.Single(row => row.ToString().StartsWith(kind));

        Assert.Equal(printed, new MarketDataInstrument("BTC", "Usdt", of).ToString());
    }

    [Fact]
    public void A_blank_asset_is_refused() =>
        Assert.Throws<ArgumentException>(() => new MarketDataInstrument("btc", " "));

    [Fact]
    public void An_instrument_of_the_catalog_can_be_subscribed_to()
    {
        var usdt = Asset.FromExchangeName("USDT");
        InstrumentKind[] kinds =
        [
            new InstrumentKind.Spot(),
            new InstrumentKind.Perpetual(1m, usdt),
            new InstrumentKind.Future(1m, usdt, Expiry),
            new InstrumentKind.Option(1m, usdt, OptionKind.Call, OptionExercise.European, Expiry, 60000m),
        ];

        var wishes = kinds.Select(kind => MarketSubscription.Of(
            Instrument.Define(
                ExchangeId.Okx, "x", new(Asset.FromExchangeName("BTC"), usdt), QuoteKind.UnderlyingQuote, kind),
            PublicTrades));

        Assert.Equal(
            [Wish(Spot), Wish(Perpetual), Wish(Future), Wish(Option)],
            wishes);

        static MarketSubscription Wish(MarketDataInstrumentKind kind) =>
            new(ExchangeId.Okx, new MarketDataInstrument("btc", "usdt", kind), PublicTrades);
    }

    [Fact]
    public void A_plan_has_a_connection_for_every_exchange_and_kind_of_a_group()
    {
        var plan = SubscriptionBatch.Plan(
        [
            [
                Wish(ExchangeId.Kraken, "eth", OrderBooksL1), Wish(ExchangeId.Kraken, "btc", OrderBooksL1),
                Wish(ExchangeId.BinanceSpot, "btc", OrderBooksL2), Wish(ExchangeId.Kraken, "eth", OrderBooksL1),
                Wish(ExchangeId.BinanceSpot, "btc", PublicTrades),
            ],
            [Wish(ExchangeId.Kraken, "sol", OrderBooksL1), Wish(ExchangeId.Kraken, "btc", OrderBooksL1)],
        ]);

        Assert.Equal(
            [
                new(ExchangeId.BinanceSpot, PublicTrades, [new("btc", "usdt")]),
                new(ExchangeId.BinanceSpot, OrderBooksL2, [new("btc", "usdt")]),
                new(ExchangeId.Kraken, OrderBooksL1, [new("btc", "usdt"), new("eth", "usdt")]),
                new SubscriptionBatch(ExchangeId.Kraken, OrderBooksL1, [new("sol", "usdt")]),
            ],
            plan);
    }

    [Fact]
    public void A_plan_refuses_what_an_exchange_does_not_offer()
    {
        var wish = new MarketSubscription(
            ExchangeId.BinanceSpot, new MarketDataInstrument("btc", "usdt", Future), PublicTrades);

        var refusal = Assert.Throws<ArgumentException>(() => SubscriptionBatch.Plan([[wish]]));

        Assert.False(wish.IsSupported);
        Assert.StartsWith("BinanceSpot does not support: (future_2026-12-25-UTC, PublicTrades)", refusal.Message);
        Assert.Throws<ArgumentException>(() => SubscriptionBatch.Plan([[], []]));
    }

    private static MarketSubscription Wish(ExchangeId exchange, string asset, SubscriptionKind kind) =>
        new(exchange, new MarketDataInstrument(asset, "usdt"), kind);
}
