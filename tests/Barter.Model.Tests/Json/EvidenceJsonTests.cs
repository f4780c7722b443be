namespace Barter.Model.Tests.Json;

public class EvidenceJsonTests
{
    private const string Account = """{"exchange":1,"balances":[],"instruments":[]}""";

    private static readonly AccountSnapshot Empty = new(new ExchangeIndex(1), [], []);

    private static readonly Order Order = OrderRequestOpen.Market(Samples.Key, Side.Buy, 2m).ToOrder() with
    {
        State = new InactiveOrderState.FullyFilled(),
    };

    public static TheoryData<string, AccountEvidence, string> Rows => new()
    {
        {
            "spot",
            new AccountEvidence(new ExchangeIndex(1), Samples.Later, Empty, [], null, [], null),
            $$$"""{"exchange":1,"time":"2025-03-04T12:00:01.250Z","account":{{{Account}}}"""
                + ""","fills":[],"fills_since":null,"orders":[],"positions":null}"""
        },
        {
            "all",
            new AccountEvidence(
                new ExchangeIndex(1), Samples.Later, Empty, [Samples.Fill], Samples.Later,
                [new OrderAnswer(Samples.Key, null, Samples.Later), new OrderAnswer(Samples.Key, Order, Samples.Later)],
                [new StatedPosition(new InstrumentIndex(3), -1.5m, 10m)]),
            $$$"""{"exchange":1,"time":"2025-03-04T12:00:01.250Z","account":{{{Account}}}"""
                + $$$""","fills":[{{{ModelJson.Fills.ToJson(Samples.Fill)}}}]"""
                + ""","fills_since":"2025-03-04T12:00:01.250Z","orders":["""
                + $$$"""{"key":{{{Samples.KeyJson}}},"found":null,"valid_until":"2025-03-04T12:00:01.250Z"}"""
                + $$$""",{"key":{{{Samples.KeyJson}}},"found":{{{ModelJson.Orders.ToJson(Order)}}}"""
                + ""","valid_until":"2025-03-04T12:00:01.250Z"}]"""
                + ""","positions":[{"instrument":3,"quantity":"-1.5","price_average":"10"}]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Evidence_is_read_back_as_it_was_written(string row, AccountEvidence evidence, string json)
    {
        Assert.NotEmpty(row);
        Assert.Equal(json, ModelJson.AccountEvidences.ToJson(evidence));
        Assert.Equal(evidence, ModelJson.AccountEvidences.Parse(json));
    }

    [Fact]
    public void Evidence_of_two_exchanges_is_none()
    {
        var other = new ExchangeIndex(0);

        Assert.Throws<ArgumentException>(() => new AccountEvidence(other, default, Empty, [], null, [], null));
        Assert.Throws<ArgumentException>(() => new AccountEvidence(
            other, default, new AccountSnapshot(other, [], []), [], null,
            [new OrderAnswer(Samples.Key, null, default)], null));
        Assert.Throws<ArgumentException>(() => new OrderAnswer(
            Samples.Key with { ClientOrderId = new ClientOrderId("other") }, Order, default));
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(-1, -5, false)]
    [InlineData(0, 0, true)]
    [InlineData(-1, 5, true)]
    public void A_position_has_a_price_unless_there_is_none(decimal quantity, decimal price, bool isGood)
    {
        StatedPosition Make() => new(default, quantity, price);

        if (isGood)
        {
            Assert.Equal(price, Make().PriceAverage);
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(Make);
        }
    }
}
