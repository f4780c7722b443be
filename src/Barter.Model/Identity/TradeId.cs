namespace Barter.Model;

/// <summary>The name that the exchange gives a fill.</summary>
public readonly record struct TradeId
{
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public TradeId(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("trade id must not be empty", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value ?? "";
}
