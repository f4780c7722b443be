namespace Barter.Model;

/// <summary>The name that the exchange gives an order.</summary>
public readonly record struct OrderId
{
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public OrderId(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("order id must not be empty", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value ?? "";
}
