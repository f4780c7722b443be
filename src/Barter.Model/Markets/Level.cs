namespace Barter.Model;

/// <summary>A price and the amount there, in quote per unit and in units.</summary>
public readonly record struct Level
{
    /// <exception cref="ArgumentOutOfRangeException">The price is not positive, or the amount is negative.</exception>
    public Level(decimal price, decimal amount)
    {
        if (price <= 0m)
        {
            throw new ArgumentOutOfRangeException(
                nameof(price), price, "price must be a positive, finite numeric value");
        }

        if (amount < 0m)
        {
            throw new ArgumentOutOfRangeException(
                nameof(amount), amount, "amount must be a non-negative, finite numeric value");
        }

        (Price, Amount) = (price, amount);
    }

    public decimal Price { get; }

    public decimal Amount { get; }

    public override string ToString() =>
        $"Level(price={DecimalText.Format(Price)}, amount={DecimalText.Format(Amount)})";
}
