namespace Barter.Model;

/// <summary>What an exchange's messages call a subscription: channel and market, as in <c>@trade|ETH</c>.</summary>
public readonly record struct SubscriptionId
{
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public SubscriptionId(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("subscription id must not be empty", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value ?? "";
}
