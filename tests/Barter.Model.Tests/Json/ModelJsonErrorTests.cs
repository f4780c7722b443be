using System.Text.Json;

namespace Barter.Model.Tests.Json;

public class ModelJsonErrorTests
{
    private const string Time = "\"2025-01-01T00:00:00Z\"";

    private const string Tags =
        "'Shutdown' or 'Command' or 'TradingStateUpdate' or 'Account' or 'Market' or 'TimerElapsed' "
        + "or 'SessionRestarted' or 'Reconciled'";

    [Theory]
    [InlineData("unknown tag", """{"Shutdwon":null}""", $"expected {Tags}, found 'Shutdwon'")]
    [InlineData(
        "unknown inner tag", """{"Account":{"Gone":1}}""",
        "Account: expected 'Item' or 'Reconnecting', found 'Gone'")]
    [InlineData(
        "two tags", """{"Account":{"Item":1,"Reconnecting":"okx"}}""",
        "Account: expected 'Item' or 'Reconnecting' as the only key, found 2 keys")]
    [InlineData("no tag", """{"Account":7}""", "Account: expected 'Item' or 'Reconnecting', found 7")]
    [InlineData("data where there is none", """{"Shutdown":true}""", "Shutdown: expected null or {}, found true")]
    [InlineData(
        "missing key", """{"TimerElapsed":{"time":"2025-01-01T00:00:00Z"}}""",
        "TimerElapsed: missing key 'name'")]
    [InlineData(
        "key twice", """{"TimerElapsed":{"name":"a","time":"2025-01-01T00:00:00Z","name":"b"}}""",
        "TimerElapsed: key 'name' stands there twice")]
    [InlineData(
        "no time", """{"TimerElapsed":{"time":"today","name":"a"}}""",
        "TimerElapsed.time: expected a time such as 2025-01-02T03:04:05.678Z, found 'today'")]
    [InlineData(
        "unknown exchange", """{"Market":{"Reconnecting":"nyse"}}""",
        "Market.Reconnecting: unknown exchange identifier: nyse. "
        + "expected snake_case exchange ids such as 'binance_spot'")]
    [InlineData(
        "empty filter", """{"Command":{"CancelOrders":{"Exchanges":{"Many":[]}}}}""",
        "Command.CancelOrders.Exchanges: InstrumentFilter.Exchanges requires at least one entry")]
    [InlineData(
        "empty cancels", """{"Command":{"SendCancelRequests":{"Many":[]}}}""",
        "Command.SendCancelRequests: SendCancelRequests requires at least one item")]
    [InlineData(
        "empty opens", """{"Command":{"SendOpenRequests":{"Many":[]}}}""",
        "Command.SendOpenRequests: SendOpenRequests requires at least one item")]
    [InlineData(
        "negative index", """{"Command":{"CancelOrders":{"Instruments":{"Many":[4,-1]}}}}""",
        "Command.CancelOrders.Instruments.Many[1]: expected an index, which is an integer from 0, found -1")]
    [InlineData(
        "index as text", """{"Command":{"CancelOrders":{"Instruments":{"One":"4"}}}}""",
        "Command.CancelOrders.Instruments.One: expected an index, which is an integer from 0, found '4'")]
    [InlineData(
        "instrument by name",
        """{"Market":{"Item":{"exchange":"okx","time_exchange":"2025-01-01T00:00:00Z","""
        + "\"time_received\":\"2025-01-01T00:00:00Z\",\"instrument\":\"X\",\"kind\":{}}}}",
        "Market.Item.instrument: unknown instrument 'X' of okx")]
    [InlineData("not an object", "[]", $"expected {Tags}, found a list")]
    public void The_message_names_the_place_what_was_expected_and_what_was_found(
        string row, string json, string message)
    {
        Assert.NotEmpty(row);
        Assert.Equal(message, Refusal(json).Message);
    }

    [Theory]
    [InlineData("decimal", "\"price\":\"99.5\"", "\"price\":\"dear\"", "price: expected a decimal, found 'dear'")]
    [InlineData(
        "decimal is an object", "\"price\":\"99.5\"", "\"price\":{}",
        "price: expected a decimal, found an object")]
    [InlineData(
        "decimal is too large", "\"price\":\"99.5\"", "\"price\":1e40",
        "price: expected a decimal, found 1e40")]
    [InlineData("decimal is null", "\"price\":\"99.5\"", "\"price\":null", "price: expected a decimal, found null")]
    [InlineData("blank id", "\"id\":\"t-1\"", "\"id\":\" \"", "id: trade id must not be empty")]
    [InlineData("id is a number", "\"id\":\"t-1\"", "\"id\":5", "id: expected text, found 5")]
    [InlineData("side", "\"Sell\"", "\"long\"", "side: expected 'Buy' or 'Sell', found 'long'")]
    [InlineData("fees missing", "\"fees\":\"0.01\"", "\"fee\":1", "fees: missing key 'fees'")]
    public void A_field_of_a_fill_is_named_with_its_whole_path(string row, string right, string wrong, string message)
    {
        Assert.NotEmpty(row);
        var json = ModelJson.EngineEvents.ToJson(
            new EngineEvent.Account(new AccountEvent.Filled(new(0), Samples.Fill)));
        Assert.Contains(right, json);

        Assert.Equal($"Account.Item.kind.Trade.{message}", Refusal(json.Replace(right, wrong)).Message);
    }

    [Fact]
    public void A_limit_order_without_price_is_refused()
    {
        var json = Samples.OpenRequests.First().Json.Replace("\"9.5\"", "null");

        var refusal = Assert.Throws<ModelJsonException>(() => ModelJson.OpenRequests.Parse(json));
        Assert.Equal("state: limit order 1:3:trend:c-9 has no price", refusal.Message);
    }

    [Fact]
    public void A_balance_and_a_level_are_validated()
    {
        var balance = $$$"""{"asset":0,"balance":{"total":1,"free":2},"time_exchange":{{{Time}}}}""";
        var level = MarketSamples.Events.First(row => row.Event.Kind == MarketEventKind.OrderBookL1).Json
            .Replace("\"price\":\"100.5\"", "\"price\":\"0\"");

        Assert.Equal(
            "balance: free balance cannot exceed total balance",
            Assert.Throws<ModelJsonException>(() => ModelJson.AssetBalances.Parse(balance)).Message);
        Assert.Equal(
            "Item.kind.OrderBookL1.best_bid: price must be a positive, finite numeric value",
            Assert.Throws<ModelJsonException>(() => ModelJson.MarketEvents.Parse(level)).Message);
    }

    [Fact]
    public void A_snapshot_of_another_exchange_than_its_event_is_refused()
    {
        var json = """{"exchange":1,"kind":{"Snapshot":{"exchange":2,"balances":[],"instruments":[]}}}""";

        Assert.Equal(
            "kind.Snapshot: the snapshot is of ExchangeIndex(2), the event of ExchangeIndex(1)",
            Assert.Throws<ModelJsonException>(() => ModelJson.AccountEvents.Parse(json)).Message);
    }

    [Fact]
    public void A_number_that_does_not_fit_is_refused_with_its_place()
    {
        var json = MarketSamples.Events.First(row => row.Event.Kind == MarketEventKind.Candle).Json
            .Replace("\"trade_count\":42", "\"trade_count\":18446744073709551615");

        Assert.StartsWith(
            "Item.kind.Candle: ",
            Assert.Throws<ModelJsonException>(() => ModelJson.MarketEvents.Parse(json)).Message);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("cut short", """{"Shutdown":""")]
    [InlineData("trailing comma", """{"Shutdown":null,}""")]
    [InlineData("two values", """{"Shutdown":null} {"Shutdown":null}""")]
    [InlineData("single quotes", "{'Shutdown':null}")]
    [InlineData("a lone surrogate", """{"TimerElapsed":{"name":"\ud800","time":0}}""")]
    public void Malformed_JSON_is_refused_with_the_message_of_the_parser(string row, string json)
    {
        Assert.NotEmpty(row);
        var refusal = Refusal(json);

        Assert.NotNull(refusal.InnerException);
        Assert.Equal(refusal.InnerException.Message, refusal.Message);
    }

    [Fact]
    public void An_expiry_below_a_millisecond_is_not_written()
    {
        var kind = new InstrumentKind.Future(1m, MarketSamples.Usdt, new Timestamp(1));
        var future = MarketSamples.Instruments.First().Instrument with { Kind = kind };

        Assert.Throws<ArgumentException>(() => ModelJson.Instruments.ToJson(future));
    }

    [Fact]
    public void A_reader_whose_bytes_end_early_is_refused()
    {
        Assert.Throws<ModelJsonException>(() =>
        {
            var reader = new Utf8JsonReader("{\"Shutdown\":"u8, isFinalBlock: false, default);
            ModelJson.EngineEvents.Read(ref reader);
        });
    }

    private static ModelJsonException Refusal(string json) =>
        Assert.Throws<ModelJsonException>(() => ModelJson.EngineEvents.Parse(json));
}
