using Barter.Model;

namespace Barter.Scenarios.Integration;

public sealed class SubscriptionIdTests
{
    [Fact]
    [Trait("Case", "INT-001")]
    [Trait("Case", "INT-003")]
    [Trait("Case", "BND-003")]
    public void A_subscription_id_is_its_text()
    {
        var id = new SubscriptionId("test-id");

        Assert.Equal(("test-id", "test-id"), (id.Value, id.ToString()));
        Assert.Equal(new SubscriptionId("test-id"), id);
        Assert.NotEqual(new SubscriptionId("other-id"), id);
    }
}
