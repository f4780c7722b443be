using Barter.Model;

namespace Barter.Scenarios.Execution;

public sealed class OrderTermTests
{
    [Theory]
    [InlineData("market", OrderKind.Market)]
    [InlineData("limit", OrderKind.Limit)]
    [Trait("Case", "EXE-005")]
    [Trait("Case", "EXE-007")]
    public void An_order_kind_is_read_from_the_text_it_gives(string text, OrderKind kind)
    {
        Assert.Equal(text, kind.ToText());
        Assert.Equal(kind, OrderKinds.Parse(text));
    }

    [Theory]
    [InlineData(" MKT ", OrderKind.Market)]
    [InlineData("Market", OrderKind.Market)]
    [InlineData("lmt", OrderKind.Limit)]
    [InlineData("LIMIT\t", OrderKind.Limit)]
    public void An_order_kind_has_aliases(string text, OrderKind kind) => Assert.Equal(kind, OrderKinds.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("stop")]
    public void What_is_no_order_kind_is_named(string text)
    {
        var refused = Assert.Throws<FormatException>(() => OrderKinds.Parse(text));
        Assert.StartsWith($"invalid order kind: {text}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "EXE-008")]
    [Trait("Case", "EXE-010")]
    public void Post_only_is_a_property_of_good_until_cancelled()
    {
        var (plain, post) = (TimeInForce.GoodUntilCancelled(), TimeInForce.GoodUntilCancelled(postOnly: true));

        Assert.Equal(("good_until_cancelled", "good_until_cancelled"), (plain.Name, post.Name));
        Assert.Equal((false, true), (plain.PostOnly, post.PostOnly));
        Assert.Equal("good_until_cancelled", plain.ToString());
        Assert.NotEqual(plain, post);
    }

    [Theory]
    [InlineData("good_until_cancelled", "gtc", "good_til_cancelled", "good_till_cancelled")]
    [InlineData("good_until_end_of_day", "day", "gtd", "good_til_end_of_day")]
    [InlineData("fill_or_kill", "fok", " FOK", "Fill_Or_Kill")]
    [InlineData("immediate_or_cancel", "ioc", "Ioc ", "IMMEDIATE_OR_CANCEL")]
    public void A_time_in_force_has_aliases(string name, params string[] aliases)
    {
        Assert.Equal(name, TimeInForce.Parse(name).Name);
        Assert.All(aliases, alias => Assert.Equal(TimeInForce.Parse(name), TimeInForce.Parse(alias)));
    }

    [Fact]
    public void Post_only_is_read_with_good_until_cancelled_only()
    {
        Assert.Equal(TimeInForce.GoodUntilCancelled(postOnly: true), TimeInForce.Parse("gtc", postOnly: true));
        Assert.Equal(TimeInForce.GoodUntilCancelled(), TimeInForce.Parse("gtc", postOnly: false));
        var refused = Assert.Throws<ArgumentException>(() => TimeInForce.Parse("fok", postOnly: false));
        Assert.StartsWith(
            "post_only is only valid for good_until_cancelled (got fill_or_kill)", refused.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forever")]
    public void What_is_no_time_in_force_is_named(string text)
    {
        var refused = Assert.Throws<FormatException>(() => TimeInForce.Parse(text));
        Assert.StartsWith($"invalid time_in_force: {text}", refused.Message, StringComparison.Ordinal);
    }
}
