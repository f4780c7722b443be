namespace Barter.Configuration.Tests;

public class SystemConfigErrorTests
{
    public static TheoryData<string, string, string, string> Wrong => new()
    {
        {
            "unknown exchange", "[\n  {\"exchange\":\"binance_spot\"", "[\n  {\"exchange\":\"nyse\"",
            "(3,20) instruments[0].exchange: unknown exchange identifier: nyse. "
            + "expected snake_case exchange ids such as 'binance_spot'"
        },
        {
            "unknown kind", "\"UnderlyingQuote\",\"kind\":\"spot\"", "\"UnderlyingQuote\",\"kind\":\"spott\"",
            "(6,43) instruments[1].kind: unknown instrument kind 'spott'; expected spot, perpetual, future or option"
        },
        {
            "unknown contract", "\"UnderlyingQuote\",\"kind\":\"spot\"", "\"UnderlyingQuote\",\"kind\":{\"swap\":{}}",
            "(6,37) instruments[1].kind: unknown instrument kind 'swap'; expected spot, perpetual, future or option"
        },
        {
            "contract missing", "\"UnderlyingQuote\",\"kind\":\"spot\"", "\"UnderlyingQuote\",\"kind\":\"future\"",
            "(6,44) instruments[1].kind: the kind future needs its contract, "
            + "such as {\"future\":{\"contract_size\":\"1\",..}}"
        },
        {
            "no settlement", "\"UnderlyingQuote\",\"kind\":\"spot\"",
            "\"UnderlyingQuote\",\"kind\":{\"perpetual\":{\"contract_size\":1}}",
            "(6,50) instruments[1].kind.perpetual: missing key 'settlement_asset'"
        },
        {
            "contract size", "\"UnderlyingQuote\",\"kind\":\"spot\"",
            "\"UnderlyingQuote\",\"kind\":{\"perpetual\":{\"contract_size\":0}}",
            "(6,67) instruments[1].kind.perpetual.contract_size: contract_size must be positive"
        },
        {
            "unknown quote", "\"UnderlyingQuote\"", "\"usd\"",
            "(6,16) instruments[1].quote: unknown quote kind 'usd'; expected underlying_quote or underlying_base"
        },
        { "missing key", "\"name_exchange\":\"BTCUSDT\",", "", "(5,3) instruments[1]: missing key 'name_exchange'" },
        {
            "blank symbol", "\"name_exchange\":\"BTCUSDT\",", "\"name_exchange\":\" \",",
            "(5,48) instruments[1].name_exchange: must not be empty"
        },
        {
            "number for text", "\"base\":\"btc\"", "\"base\":7",
            "(5,77) instruments[1].underlying.base: expected text, found 7"
        },
        {
            "null for text", "\"base\":\"btc\"", "\"base\":null",
            "(5,80) instruments[1].underlying.base: expected text, found null"
        },
        {
            "same name twice", "\"ETHUSDT\",\"underlying\":{\"base\":\"eth\"",
            "\"ETHUSDT\",\"underlying\":{\"base\":\"btc\"",
            "(5,3) instruments[1]: 'binance_spot-btc_usdt' is already the name of instruments[0], which differs"
        },
        {
            "no tick", "\"spec\":null",
            "\"spec\":{\"price\":{\"min\":0,\"tick_size\":0},"
            + "\"quantity\":{\"unit\":\"Quote\",\"min\":0,\"increment\":1},\"notional\":{\"min\":0}}",
            "(4,61) instruments[0].spec.price: tickSize ('0') must be a non-negative and non-zero value."
        },
        {
            "exchange without instruments", "\"mocked_exchange\":\"binance_spot\"", "\"mocked_exchange\":\"okx\"",
            "(9,29) executions[0].initial_state.exchange: the execution is of okx"
        },
        {
            "latency below zero", "\"latency_ms\":100", "\"latency_ms\":-1",
            "(8,51) executions[0].latency_ms: latency_ms must be 0 or more, received -1"
        },
        {
            "latency too long", "\"latency_ms\":100", "\"latency_ms\":1e20",
            "(8,53) executions[0].latency_ms: Value was either too large or too small for an Int64."
        },
        {
            "fees below zero", "\"fees_percent\":0.05", "\"fees_percent\":-0.05",
            "(8,73) executions[0].fees_percent: fees_percent must be a non-negative finite value"
        },
        {
            "taker fees below zero", "\"fees_percent\":0.05", "\"fees_percent\":0.05,\"taker_fees_percent\":-1",
            "(8,96) executions[0].taker_fees_percent: taker_fees_percent must be a non-negative finite value"
        },
        {
            "no fees", "\"fees_percent\":0.05", "\"maker_fees_percent\":0.05",
            "(8,3) executions[0]: missing key 'fees_percent'"
        },
        {
            "fees as words", "\"fees_percent\":0.05", "\"fees_percent\":\"low\"",
            "(8,73) executions[0].fees_percent: expected a decimal, found 'low'"
        },
        {
            "unknown asset", "\"asset\":\"btc\"", "\"asset\":\"doge\"",
            "(11,20) executions[0].initial_state.balances[1].asset: no instrument of binance_spot uses the asset 'doge'"
        },
        {
            "asset twice", "\"asset\":\"btc\"", "\"asset\":\"USDT\"",
            "(11,20) executions[0].initial_state.balances[1].asset: the asset 'USDT' has a balance already"
        },
        {
            "more free than there is", "\"free\":\"9000\"", "\"free\":10001",
            "(10,32) executions[0].initial_state.balances[0].balance: free balance cannot exceed total balance"
        },
        {
            "negative total", "\"total\":0.1", "\"total\":-0.1",
            "(11,31) executions[0].initial_state.balances[1].balance: total balance must be a non-negative finite value"
        },
        {
            "no time", "\"2025-03-04T12:00:00Z\"", "\"noon\"",
            "(11,78) executions[0].initial_state.balances[1].time_exchange: "
            + "expected a time such as 2025-01-02T03:04:05.678Z, found 'noon'"
        },
        {
            "risk index", "\"instruments\":[]}", "\"instruments\":[{\"index\":2,\"limits\":{}}]}",
            "(13,48) risk.instruments[0].index: instrument index 2 is out of bounds for 2 instrument(s)"
        },
        {
            "risk index below zero", "\"instruments\":[]}", "\"instruments\":[{\"index\":-1,\"limits\":{}}]}",
            "(13,49) risk.instruments[0].index: instrument index -1 is out of bounds for 2 instrument(s)"
        },
        {
            "risk index twice", "\"instruments\":[]}",
            "\"instruments\":[{\"index\":1,\"limits\":{}},{\"index\":1,\"limits\":{}}]}",
            "(13,72) risk.instruments[1].index: instrument index 1 has limits already"
        },
        {
            "limit of zero", "\"global\":null", "\"global\":{\"max_leverage\":\"0\"}",
            "(13,37) risk.global.max_leverage: risk limit `max_leverage` must be positive, received 0"
        },
        {
            "exposure above one", "\"global\":null", "\"global\":{\"max_exposure_percent\":1.5}",
            "(13,45) risk.global.max_exposure_percent: "
            + "risk limit `max_exposure_percent` must be in (0, 1], received 1.5"
        },
        {
            "instruments are no list", "\"risk\":{\"global\":null,\"instruments\":[]}", "\"risk\":{\"instruments\":{}}",
            "(13,24) risk.instruments: expected a list, found an object"
        },
        {
            "order of an unknown instrument", "{\"instrument\":\"ETHUSDT\"}",
            """{"instrument":"XRPUSDT","orders":[{"key":{"strategy":"s","cid":"c"},"""
            + "\"side\":\"Buy\",\"price\":1,\"quantity\":1,"
            + "\"kind\":\"Limit\",\"time_in_force\":\"FillOrKill\",\"state\":"
            + """{"Active":{"Open":{"id":"1","time_exchange":"2025-01-01T00:00:00Z","filled_quantity":0}}}}]}""",
            "(12,19) executions[0].initial_state.instruments: binance_spot has no instrument 'XRPUSDT'"
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void The_message_is_one_line_with_file_position_path_and_reason(
        string row, string right, string wrong, string message)
    {
        var json = Configs.SpotJson.ReplaceLineEndings("\n");
        var at = json.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, row);

        var refusal = Assert.Throws<SystemConfigException>(
            () => SystemConfig.Parse(json[..at] + wrong + json[(at + right.Length)..], "config.json"));

        Assert.Equal($"config.json{message}", refusal.Message);
        Assert.Equal("config.json", refusal.File);
        Assert.StartsWith($"({refusal.Line},{refusal.Column}) {refusal.Path}: ", message);
    }

    [Fact]
    public void An_execution_for_an_exchange_without_instruments_is_refused()
    {
        var json = Configs.SpotJson.Replace("\"mocked_exchange\":\"binance_spot\"", "\"mocked_exchange\":\"okx\"")
            .Replace("\"exchange\":\"binance_spot\",\"balances\"", "\"balances\"");

        var refusal = Assert.Throws<SystemConfigException>(() => SystemConfig.Parse(json));

        Assert.Equal(
            "configuration(8,26) executions[0].mocked_exchange: no instrument is traded at okx", refusal.Message);
        Assert.Equal("", refusal.File);
    }

    [Fact]
    public void The_path_of_a_nested_configuration_starts_with_system()
    {
        var json = $$"""{"system":{{Configs.SpotJson.Replace("\"latency_ms\":100", "\"latency_ms\":-1")}}}""";

        Assert.Equal(
            "system.executions[0].latency_ms",
            Assert.Throws<SystemConfigException>(() => SystemConfig.Parse(json)).Path);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("no object", "[]")]
    [InlineData("cut short", "{\"instruments\":[")]
    [InlineData("missing comma", "{\"instruments\":[]\n\"executions\":[]}")]
    [InlineData("something behind", "{\"instruments\":[],\"executions\":[]} {}")]
    [InlineData("key twice", "{\"instruments\":[],\"instruments\":[]}")]
    [InlineData("number too large", "{\"risk_free_return\":1e99}")]
    public void Malformed_text_is_refused_with_its_position(string row, string json)
    {
        Assert.NotEmpty(row);
        var refusal = Assert.Throws<SystemConfigException>(() => SystemConfig.Parse(json, "config.json"));

        Assert.StartsWith($"config.json({refusal.Line},{refusal.Column})", refusal.Message);
        Assert.True(refusal.Line > 0);
        Assert.DoesNotContain('\n', refusal.Message);
        if (refusal.InnerException is { } inner)
        {
            Assert.EndsWith(inner.Message, refusal.Message);
        }
    }
}
