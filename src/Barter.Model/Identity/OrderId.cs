namespace Barter.Model;

/// <summary>The name that the exchange gives an order.</summary>
public readonly record struct OrderId
{
    /// <exception cref="ArgumentException">The text is blank, or has half of a surrogate pair.</exception>
    public OrderId(string value) => Value = Name.Checked(value, "order id");

    public string Value { get; }

    public override string ToString() => Value ?? "";
}
