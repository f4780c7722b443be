namespace Barter.Model;

/// <summary>In what an instrument's order quantities are counted.</summary>
public abstract record OrderQuantityUnit
{
    private OrderQuantityUnit()
    {
    }

    public sealed record OfAsset(Asset Asset) : OrderQuantityUnit;

    public sealed record Contract : OrderQuantityUnit;

    public sealed record Quote : OrderQuantityUnit;
}
