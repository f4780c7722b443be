namespace Barter.Statistics.Primitives;

/// <summary>Ratios of plain numbers, all of one period, and their scaling to another period.</summary>
/// <remarks>
/// What has no bound is <see cref="decimal.MaxValue"/> or <see cref="decimal.MinValue"/> here and only here;
/// scaling keeps these as they are. A trading summary leaves such a value out and says why.
/// </remarks>
public static class Ratios
{
    /// <summary>(mean - risk free) / deviation; without deviation unbounded by the sign of the excess, or 0.</summary>
    public static decimal Sharpe(decimal riskFreeReturn, decimal meanReturn, decimal deviation) =>
        ExcessOver(meanReturn - riskFreeReturn, deviation);

    /// <summary>
    /// (mean - risk free) / deviation of losses; without one unbounded by the sign of the excess, or 0.
    /// </summary>
    public static decimal Sortino(decimal riskFreeReturn, decimal meanReturn, decimal deviationOfLosses) =>
        ExcessOver(meanReturn - riskFreeReturn, deviationOfLosses);

    /// <summary>(mean - risk free) / |drawdown|; without one unbounded by the sign of the excess, or 0.</summary>
    public static decimal Calmar(decimal riskFreeReturn, decimal meanReturn, decimal drawdownMax) =>
        ExcessOver(meanReturn - riskFreeReturn, Math.Abs(drawdownMax));

    /// <summary>|profits| / |losses|; none of nothing at all, unbounded without losses, 0 without profits.</summary>
    public static decimal? ProfitFactor(decimal profitsGross, decimal lossesGross) => (profitsGross, lossesGross) switch
    {
        (0m, 0m) => null,
        (_, 0m) => decimal.MaxValue,
        _ => DivideSaturating(Math.Abs(profitsGross), Math.Abs(lossesGross)),
    };

    /// <summary>wins / total; none of no total.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are more wins than
    /// total.</exception>
    public static decimal? WinRate(decimal wins, decimal total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 0m);
        ArgumentOutOfRangeException.ThrowIfLessThan(wins, 0m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wins, total);
        return total == 0m ? null : wins / total;
    }

    /// <summary>
    /// A Sharpe, Sortino or Calmar ratio of one interval in another: times the root of their lengths' ratio.
    /// </summary>
    public static decimal ScaleRatio(decimal ratio, ReturnInterval from, ReturnInterval to) =>
        MultiplySaturating(ratio, DecimalMath.Sqrt(LengthRatio(from, to)));

    /// <summary>A rate of return of one interval in another: times their lengths' ratio, nothing compounded.</summary>
    public static decimal ScaleReturn(decimal rate, ReturnInterval from, ReturnInterval to) =>
        MultiplySaturating(rate, LengthRatio(from, to));

    private static decimal LengthRatio(ReturnInterval from, ReturnInterval to) =>
        (decimal)to.Length.Ticks / from.Length.Ticks;

    private static decimal ExcessOver(decimal excess, decimal risk) => risk == 0m
        ? Unbounded(Math.Sign(excess))
        : DivideSaturating(excess, risk);

    private static decimal MultiplySaturating(decimal value, decimal factor)
    {
        if (value is decimal.MaxValue or decimal.MinValue)
        {
            return value;
        }

        try
        {
            return value * factor;
        }
        catch (OverflowException)
        {
            return Unbounded(Math.Sign(value) * Math.Sign(factor));
        }
    }

    private static decimal DivideSaturating(decimal value, decimal divisor)
    {
        try
        {
            return value / divisor;
        }
        catch (OverflowException)
        {
            return Unbounded(Math.Sign(value) * Math.Sign(divisor));
        }
    }

    private static decimal Unbounded(int sign) => sign switch
    {
        > 0 => decimal.MaxValue,
        < 0 => decimal.MinValue,
        _ => 0m,
    };
}
