using Barter.Model;

namespace Barter.Scenarios.OrderEvents;

public sealed class OrderEventTests
{
    private const string Key = """{"exchange":1,"instrument":3,"strategy":"mean_reversion","cid":"cid-42"}""";

    [Fact]
    [Trait("Case", "OEV-001")]
    public void An_open_order_is_read_and_written()
    {
        const string given =
            """
            {"Active":{"Open":{"id":"order-123","time_exchange":"2025-10-05T10:15:00+00:00","filled_quantity":"0.50"}}}
            """;
        // Decimals are written in their shortest form, times with Z
        const string written =
            """{"Active":{"Open":{"id":"order-123","time_exchange":"2025-10-05T10:15:00Z","filled_quantity":"0.5"}}}""";

        var told = ModelJson.OrderEvents.Parse($$"""{"key":{{Key}},"state":{{given}}}""");

        Assert.Equal((1, 3), (told.Key.Exchange.Value, told.Key.Instrument.Value));
        Assert.Equal(("mean_reversion", "cid-42"), (told.Key.Strategy.Value, told.Key.ClientOrderId.Value));
        var open = Assert.IsType<ActiveOrderState.Open>(told.State);
        Assert.Equal(
            new ActiveOrderState.Open(new OrderId("order-123"), Timestamp.Parse("2025-10-05T10:15:00Z"), 0.50m), open);
        Assert.Equal($$"""{"key":{{Key}},"state":{{written}}}""", ModelJson.OrderEvents.ToJson(told));
        Assert.Equal(written, ModelJson.OrderStates.ToJson(told.State));
        Assert.Equal(told, ModelJson.OrderEvents.Parse(ModelJson.OrderEvents.ToJson(told)));
    }

    [Fact]
    [Trait("Case", "OEV-003")]
    public void A_filled_order_is_read_and_written()
    {
        const string json = $$$"""{"key":{{{Key}}},"state":{"Inactive":"FullyFilled"}}""";

        var told = ModelJson.OrderEvents.Parse(json);

        Assert.IsType<InactiveOrderState.FullyFilled>(told.State);
        Assert.Equal(json, ModelJson.OrderEvents.ToJson(told));
    }

    [Theory]
    [InlineData("""{"state":{"Inactive":"Expired"}}""", "missing key 'key'")]
    [InlineData("""{"key":1,"state":{"Inactive":"Expired"}}""", "key: expected an object, found 1")]
    public void What_is_no_order_event_is_refused_with_its_place(string json, string message) =>
        Assert.Equal(message, Assert.Throws<ModelJsonException>(() => ModelJson.OrderEvents.Parse(json)).Message);
}
