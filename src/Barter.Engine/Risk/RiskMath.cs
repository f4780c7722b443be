using Barter.Model;

namespace Barter.Engine.Risk;

/// <summary>What risk policies count with. What a decimal cannot hold has no value.</summary>
public static class RiskMath
{
    /// <summary>Quantity times price times contract size, in quote asset; none where it overflows.</summary>
    public static decimal? QuoteNotional(decimal quantity, decimal price, decimal contractSize) =>
        UnlessOverflown(() => quantity * price * contractSize);

    /// <summary>
    /// How far a value is from another, as a fraction of the other: 0.05 is 5 %. None where the other is 0 or it
    /// overflows.
    /// </summary>
    public static decimal? AbsPercentDifference(decimal current, decimal other) => other == 0m
        ? null
        : UnlessOverflown(() => Math.Abs((current - other) / other));

    /// <summary>
    /// How much the worth of a quantity moves with its underlying, in underlying; negative for what was sold. None
    /// where it overflows.
    /// </summary>
    /// <param name="instrumentDelta">Of one unit of underlying: 1 for all kinds but options.</param>
    /// <param name="contractSize">Units of underlying in one contract; 1 for spot.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="quantity">In contracts; zero or more.</param>
    public static decimal? Delta(decimal instrumentDelta, decimal contractSize, Side side, decimal quantity) =>
        UnlessOverflown(() => instrumentDelta * contractSize * (side == Side.Buy ? quantity : -quantity));

    private static decimal? UnlessOverflown(Func<decimal> value)
    {
        try
        {
            return value();
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
