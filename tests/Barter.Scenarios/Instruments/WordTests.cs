using Barter.Model;

namespace Barter.Scenarios.Instruments;

/// <summary>The words that stand for cases in files and messages.</summary>
public sealed class WordTests
{
    private static readonly Asset Usdt = new("usdt", "USDT");

    // Written as Buy and Sell
    [Theory]
    [Trait("Case", "INS-001")]
    [InlineData("buy", Side.Buy)]
    [InlineData("sell", Side.Sell)]
    public void A_side_is_read_in_lower_case(string word, Side side)
    {
        Assert.True(Sides.TryParse(word, out var read));
        Assert.Equal(side, read);
    }

    [Theory]
    [Trait("Case", "INS-003")]
    [InlineData("other", ExchangeId.Other)]
    [InlineData("simulated", ExchangeId.Simulated)]
    [InlineData("mock", ExchangeId.Mock)]
    [InlineData("binance_futures_coin", ExchangeId.BinanceFuturesCoin)]
    [InlineData("binance_spot", ExchangeId.BinanceSpot)]
    [InlineData("binance_us", ExchangeId.BinanceUs)]
    [InlineData("bitmart_futures_usd", ExchangeId.BitmartFuturesUsd)]
    [InlineData("bybit_perpetuals_usd", ExchangeId.BybitPerpetualsUsd)]
    [InlineData("coinbase_international", ExchangeId.CoinbaseInternational)]
    [InlineData("cryptocom", ExchangeId.Cryptocom)]
    [InlineData("gateio_perpetuals_usd", ExchangeId.GateioPerpetualsUsd)]
    [InlineData("gateio_perpetuals_btc", ExchangeId.GateioPerpetualsBtc)]
    [InlineData("gateio_options", ExchangeId.GateioOptions)]
    [InlineData("kraken", ExchangeId.Kraken)]
    [InlineData("htx", ExchangeId.Htx)]
    [InlineData("kucoin", ExchangeId.Kucoin)]
    [InlineData("mexc", ExchangeId.Mexc)]
    [InlineData("poloniex", ExchangeId.Poloniex)]
    public void An_exchange_is_written_in_snake_case(string word, ExchangeId exchange)
    {
        Assert.Equal(word, exchange.ToWire());
        Assert.Equal(exchange, ExchangeIds.Parse(word));
    }

    // Written as UnderlyingBase and UnderlyingQuote
    [Theory]
    [Trait("Case", "INS-034")]
    [InlineData("underlying_base", QuoteKind.UnderlyingBase)]
    [InlineData("underlying_quote", QuoteKind.UnderlyingQuote)]
    public void A_quote_kind_is_read_in_snake_case(string word, QuoteKind quote)
    {
        var json = ModelJson.Instruments.ToJson(Instrument.Spot(ExchangeId.Okx, "BTC-USDT", "btc", "usdt"));

        Assert.Equal(quote, ModelJson.Instruments.Parse(json.Replace("UnderlyingQuote", word)).Quote);
    }

    [Theory]
    [Trait("Case", "INS-036")]
    [Trait("Case", "INS-038")]
    [InlineData("call", OptionKind.Call, "american", OptionExercise.American)]
    [InlineData("put", OptionKind.Put, "european", OptionExercise.European)]
    public void An_option_is_written_in_lower_case(
        string kindWord, OptionKind kind, string exerciseWord, OptionExercise exercise)
    {
        var option = new InstrumentKind.Option(
            1m, Usdt, kind, exercise, Timestamp.Parse("2025-12-31T00:00:00Z"), 60000m);
        var instrument = Instrument.Define(
            ExchangeId.Okx, "BTC-OPTION", new(new("btc", "BTC"), Usdt), QuoteKind.UnderlyingQuote, option);

        var json = ModelJson.Instruments.ToJson(instrument);

        Assert.Contains($"\"kind\":\"{kindWord}\",\"exercise\":\"{exerciseWord}\"", json);
        Assert.Equal(instrument, ModelJson.Instruments.Parse(json));
    }
}
