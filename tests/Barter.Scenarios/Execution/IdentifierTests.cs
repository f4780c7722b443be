using Barter.Model;

namespace Barter.Scenarios.Execution;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("root-123")]
    [InlineData("test-123")]
    [Trait("Case", "EXE-001")]
    [Trait("Case", "EXE-012")]
    [Trait("Case", "EXE-014")]
    public void A_client_order_id_is_its_text(string text)
    {
        var id = new ClientOrderId(text);

        Assert.Equal((text, text), (id.Value, id.ToString()));
        Assert.Equal(new ClientOrderId(text), id);
    }

    [Theory]
    [InlineData("root-strategy")]
    [InlineData("strategy-alpha")]
    [Trait("Case", "EXE-003")]
    [Trait("Case", "EXE-018")]
    [Trait("Case", "EXE-020")]
    public void A_strategy_id_is_its_text(string text)
    {
        Assert.Equal(text, new StrategyId(text).Value);
        Assert.Equal(new StrategyId(text), new StrategyId(text));
        Assert.NotEqual(new StrategyId("strategy-beta"), new StrategyId(text));
    }

    [Fact]
    [Trait("Case", "EXE-016")]
    [Trait("Case", "EXE-017")]
    public void An_order_id_is_its_text()
    {
        Assert.Equal(new OrderId("order-123"), new OrderId("order-123"));
        Assert.NotEqual(new OrderId("order-123"), new OrderId("order-456"));
        Assert.Equal("order-123", new OrderId("order-123").ToString());
    }

    [Fact]
    [Trait("Case", "EXE-045")]
    [Trait("Case", "EXE-046")]
    public void A_trade_id_is_its_text()
    {
        Assert.Equal(new TradeId("trade-123"), new TradeId("trade-123"));
        Assert.NotEqual(new TradeId("trade-123"), new TradeId("trade-456"));
        Assert.Equal("trade-123", new TradeId("trade-123").ToString());
    }

    [Theory]
    [InlineData(2, 101, "root-strategy", "cid-101", "2:101:root-strategy:cid-101")]
    [InlineData(1, 42, "strategy-alpha", "cid-123", "1:42:strategy-alpha:cid-123")]
    [InlineData(1, 42, "alpha", "cid-123", "1:42:alpha:cid-123")]
    [Trait("Case", "EXE-004")]
    [Trait("Case", "EXE-022")]
    [Trait("Case", "EXE-024")]
    public void An_order_key_gives_back_what_it_is_made_of(
        int exchange, int instrument, string strategy, string id, string text)
    {
        var key = new OrderKey(
            new ExchangeIndex(exchange), new InstrumentIndex(instrument), new StrategyId(strategy),
            new ClientOrderId(id));

        Assert.Equal((exchange, instrument), (key.Exchange.Value, key.Instrument.Value));
        Assert.Equal((new StrategyId(strategy), new ClientOrderId(id)), (key.Strategy, key.ClientOrderId));
        Assert.Equal(text, key.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_id_without_text_is_refused(string blank)
    {
        Assert.Throws<ArgumentException>(() => new ClientOrderId(blank));
        Assert.Throws<ArgumentException>(() => new OrderId(blank));
        Assert.Throws<ArgumentException>(() => new StrategyId(blank));
        Assert.Throws<ArgumentException>(() => new TradeId(blank));
    }

    [Fact]
    public void A_client_order_id_is_drawn_from_the_bytes_of_whoever_wants_it_random()
    {
        var bytes = Enumerable.Range(0, 23).Select(i => (byte)(i * 11)).ToArray();

        Assert.Equal("ALWhs3CNYju5EPalw7GRcny", ClientOrderId.FromBytes(bytes).Value);
        Assert.Throws<ArgumentException>(() => ClientOrderId.FromBytes(bytes.AsSpan(1)));
    }
}
