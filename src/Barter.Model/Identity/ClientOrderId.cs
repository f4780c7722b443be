namespace Barter.Model;

/// <summary>The name that we give an order; unique in a session.</summary>
public readonly record struct ClientOrderId
{
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public ClientOrderId(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("client order id must not be empty", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value ?? "";
}
