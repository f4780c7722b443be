using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Barter.Model.Tests.Json;

public class ModelJsonTests
{
    public static TheoryData<string> EngineEvents => [.. Samples.EngineEvents.Select(row => row.Json)];

    public static TheoryData<string> Instruments => [.. MarketSamples.Instruments.Select(row => row.Json)];

    [Theory]
    [MemberData(nameof(EngineEvents))]
    public void An_event_has_its_shape_and_reads_back_equal(string json)
    {
        var told = Samples.EngineEvents.Single(row => row.Json == json).Event;

        Assert.Equal(json, ModelJson.EngineEvents.ToJson(told));
        Assert.Equal(told, ModelJson.EngineEvents.Parse(json));
    }

    [Theory]
    [MemberData(nameof(Instruments))]
    public void An_instrument_has_its_shape_and_reads_back_equal(string json)
    {
        var instrument = MarketSamples.Instruments.Single(row => row.Json == json).Instrument;

        Assert.Equal(json, ModelJson.Instruments.ToJson(instrument));
        Assert.Equal(instrument, ModelJson.Instruments.Parse(json));
    }

    [Fact]
    public void The_parts_of_an_event_have_the_same_shapes_alone()
    {
        Assert.All(Samples.States, row => Same(ModelJson.OrderStates, row.State, row.Json));
        Assert.All(Samples.Errors, row => Same(ModelJson.OrderErrors, row.Error, row.Json));
        Assert.All(Samples.OpenRequests, row => Same(ModelJson.OpenRequests, row.Request, row.Json));
        Assert.All(Samples.CancelRequests, row => Same(ModelJson.CancelRequests, row.Request, row.Json));
        Assert.All(Samples.Filters, row => Same(ModelJson.InstrumentFilters, row.Filter, row.Json));
        Assert.All(Samples.Commands, row => Same(ModelJson.Commands, row.Command, row.Json));
        Assert.All(Samples.AccountEvents, row => Same(ModelJson.AccountEvents, row.Event, row.Json));
        Assert.All(MarketSamples.Events, row => Same(ModelJson.MarketEvents, row.Event, row.Json));
        Same(ModelJson.OrderKeys, Samples.Key, Samples.KeyJson);
        foreach (var (told, json) in Samples.AccountEvents)
        {
            var kind = JsonDocument.Parse(json).RootElement.GetProperty("kind");
            var payload = kind.EnumerateObject().Single().Value.GetRawText();
            switch (told)
            {
                case AccountEvent.Snapshot row:
                    Same(ModelJson.AccountSnapshots, row.Account, payload);
                    break;
                case AccountEvent.BalanceSnapshot row:
                    Same(ModelJson.AssetBalances, row.Balance, payload);
                    break;
                case AccountEvent.OrderSnapshot row:
                    Same(ModelJson.Orders, row.Order, payload);
                    break;
                case AccountEvent.OrderCancelled row:
                    Same(ModelJson.CancelResponses, row.Response, payload);
                    break;
                case AccountEvent.Filled row:
                    Same(ModelJson.Fills, row.Fill, payload);
                    break;
            }
        }
    }

    [Fact]
    public void An_exited_position_has_its_shape_and_reads_back_equal() => Same(
        ModelJson.PositionsExited,
        new PositionExited(
            new(3), Side.Buy, 100.5m, 2m, -1.25m, 0.1m, 0.2m, Samples.Noon, Samples.Later, [new("t-1"), new("t-2")]),
        """
        {"instrument":3,"side":"Buy","price_entry_average":"100.5","quantity_abs_max":"2","pnl_realised":"-1.25",
        "fees_enter":"0.1","fees_exit":"0.2","time_enter":"2025-03-04T12:00:00Z",
        "time_exit":"2025-03-04T12:00:01.250Z","trades":["t-1","t-2"]}
        """.Replace("\n", ""));

    [Fact]
    public void A_market_order_is_written_without_the_price_that_it_was_read_with()
    {
        var (request, json) = Samples.OpenRequests.Last();

        Assert.Equal(request, ModelJson.OpenRequests.Parse(json.Replace("\"price\":null", "\"price\":12.5")));
        Assert.Equal(request, ModelJson.OpenRequests.Parse(json.Replace("\"price\":null,", "")));
    }

    [Theory]
    [InlineData("an empty object for null", """{"Shutdown":{}}""", """{"Shutdown":null}""")]
    [InlineData("the tag alone for null", "\"Shutdown\"", """{"Shutdown":null}""")]
    [InlineData(
        "blanks and unknown keys",
        """ {"TimerElapsed" : {"x":[1,{}], "name":"n", "time":"2025-01-01T01:00:00.5+01:00"}} """,
        """{"TimerElapsed":{"time":"2025-01-01T00:00:00.500Z","name":"n"}}""")]
    [InlineData(
        "null for a tag without data", """{"TradingStateUpdate":{"Enabled":null}}""",
        """{"TradingStateUpdate":"Enabled"}""")]
    [InlineData(
        "one in a list", """{"Command":{"CancelOrders":{"Instruments":{"Many":[1]}}}}""",
        """{"Command":{"CancelOrders":{"Instruments":{"One":1}}}}""")]
    [InlineData(
        "the other name of an exchange", """{"Market":{"Reconnecting":"huobi"}}""",
        """{"Market":{"Reconnecting":"htx"}}""")]
    [InlineData(
        "escapes", """{"TimerElapsed":{"time":"2025-01-01T00:00:00Z","na\u006de":"\u00e9\n"}}""",
        """{"TimerElapsed":{"time":"2025-01-01T00:00:00Z","name":"é\n"}}""")]
    public void Other_forms_are_read_too(string row, string json, string canonical)
    {
        Assert.NotEmpty(row);
        Assert.Equal(canonical, ModelJson.EngineEvents.ToJson(ModelJson.EngineEvents.Parse(json)));
    }

    [Theory]
    [InlineData("number", "1250", "1250")]
    [InlineData("text", "\"1250\"", "1250")]
    [InlineData("number with exponent", "1.25e3", "1250")]
    [InlineData("text with exponent", "\"125E-2\"", "1.25")]
    [InlineData("trailing zeros", "\"0.0500\"", "0.05")]
    [InlineData("a float's zero", "10.0", "10")]
    [InlineData("28 digits", "\"0.1234567890123456789012345678\"", "0.1234567890123456789012345678")]
    [InlineData("the largest", "79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_decimal_is_read_from_text_or_number_and_written_as_text(string row, string given, string written)
    {
        Assert.NotEmpty(row);
        var json = $$$"""{"asset":0,"balance":{"total":{{{given}}},"free":0},"time_exchange":"2025-01-01T00:00:00Z"}""";

        Assert.Contains(
            $"\"total\":\"{written}\"", ModelJson.AssetBalances.ToJson(ModelJson.AssetBalances.Parse(json)));
    }

    [Theory]
    [InlineData("Buy", Side.Buy)]
    [InlineData("BUY", Side.Buy)]
    [InlineData("b", Side.Buy)]
    [InlineData("sell", Side.Sell)]
    [InlineData("S", Side.Sell)]
    public void A_side_is_read_in_all_its_forms(string text, Side side)
    {
        var json = ModelJson.Fills.ToJson(Samples.Fill).Replace("\"Sell\"", $"\"{text}\"");

        Assert.Equal(Samples.Fill with { Side = side }, ModelJson.Fills.Parse(json));
    }

    [Fact]
    public void An_instrument_is_read_with_the_aliases_of_its_keys_and_words()
    {
        var (option, json) = MarketSamples.Instruments.Single(row => row.Instrument.Kind is InstrumentKind.Option);
        var other = json
            .Replace("\"quote\":\"UnderlyingQuote\",\"kind\"", "\"quote\":\"underlying_quote\",\"instrument_kind\"")
            .Replace("\"put\"", "\"PUT\"").Replace("\"european\"", "\"European\"")
            .Replace("\"quote\":{\"name_internal\":\"usdt\",\"name_exchange\":\"usdt\"}", "\"quote\":\"usdt\"");

        Assert.NotEqual(json, other);
        Assert.Equal(option, ModelJson.Instruments.Parse(other));
    }

    [Fact]
    public void A_book_side_may_carry_its_side_which_is_ignored()
    {
        var (book, json) = MarketSamples.Events.First(row => row.Event.Kind == MarketEventKind.OrderBookSnapshot);

        Assert.Equal(book, ModelJson.MarketEvents.Parse(json.Replace("{\"levels\"", "{\"side\":null,\"levels\"")));
    }

    [Fact]
    public void A_market_item_is_read_from_the_midst_of_a_file_with_its_instrument_by_name()
    {
        var (trade, json) = MarketSamples.Events.First(row => row.Event.Kind == MarketEventKind.Trade);
        var named = json.Replace("\"instrument\":3", "\"instrument\":\"BTCUSDT\"");
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"[{named},7]"));
        while (reader.TokenType != JsonTokenType.PropertyName)
        {
            reader.Read();
        }

        var read = ModelJson.ReadMarketItem(
            ref reader,
            (exchange, token) => (exchange, token.Name) == (ExchangeId.BinanceSpot, "BTCUSDT") ? new(3) : null);

        Assert.Equal(trade, read);
        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        Assert.True(reader.Read() && reader.Read() && reader.GetInt32() == 7);
    }

    [Fact]
    public void No_case_of_a_union_is_missing_from_the_samples()
    {
        var seen = new HashSet<Type>();
        foreach (var sample in Samples.EngineEvents.Select(row => (object)row.Event)
            .Concat(MarketSamples.Instruments.Select(row => row.Instrument)))
        {
            Visit(sample, seen);
        }

        // Neither is part of an engine event, nor of what is kept of a session
        Type[] unwritten = [typeof(MetricValue), typeof(SocketError)];
        var cases = typeof(EngineEvent).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsNested: true }
                && type.DeclaringType == type.BaseType && !unwritten.Contains(type.DeclaringType))
            .ToArray();
        Assert.Equal(49, cases.Length);
        Assert.Empty(cases.Except(seen));
        Assert.Equal(
            Enum.GetValues<MarketEventKind>(), MarketSamples.Events.Select(row => row.Event.Kind).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<TimeInForce.Kinds>(),
            Samples.OpenRequests.Select(row => row.Request.TimeInForce.Kind).Distinct().Order());
    }

    private static void Same<T>(JsonShape<T> shape, T value, string json)
    {
        Assert.Equal(json, shape.ToJson(value));
        Assert.Equal(value, shape.Parse(json));
    }

    private static void Visit(object? value, HashSet<Type> seen)
    {
        if (value is null or string || value.GetType().Assembly != typeof(EngineEvent).Assembly || value is MarketEvent)
        {
            return;
        }

        seen.Add(value.GetType());
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Visit(item, seen);
            }

            return;
        }

        if (value is Timestamp)
        {
            return;
        }

        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0 && !ReferenceEquals(property.GetValue(value), value))
            {
                Visit(property.GetValue(value), seen);
            }
        }
    }
}
