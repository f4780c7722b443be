namespace Barter.Model;

/// <summary>An amount of one asset, and how much of it no order or position holds.</summary>
public readonly record struct Balance
{
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more free than there is.</exception>
    public Balance(decimal total, decimal free)
    {
        if (total < 0m)
        {
            throw new ArgumentOutOfRangeException(
                nameof(total), total, "total balance must be a non-negative finite value");
        }

        if (free < 0m)
        {
            throw new ArgumentOutOfRangeException(
                nameof(free), free, "free balance must be a non-negative finite value");
        }

        if (free > total)
        {
            throw new ArgumentOutOfRangeException(nameof(free), free, "free balance cannot exceed total balance");
        }

        (Total, Free) = (total, free);
    }

    public decimal Total { get; }

    public decimal Free { get; }

    public decimal Used => Total - Free;

    public override string ToString() => $"Balance(total={DecimalText.Format(Total)}, free={DecimalText.Format(Free)})";
}
