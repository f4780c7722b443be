namespace Barter.Statistics.Primitives;

/// <summary>How far values lie apart; variance and deviation are those of the population.</summary>
/// <param name="Range">Highest and lowest value.</param>
/// <param name="RecurrenceM">Sum of squared deviations from the mean.</param>
/// <param name="Variance">M / n.</param>
/// <param name="StandardDeviation">The root of the variance.</param>
public readonly record struct Dispersion(
    ValueRange Range, decimal RecurrenceM, decimal Variance, decimal StandardDeviation)
{
    internal Dispersion Add(decimal previousMean, decimal mean, decimal value, long count)
    {
        var m = Welford.RecurrenceM(RecurrenceM, previousMean, value, mean);
        var variance = Welford.PopulationVariance(m, count);
        return new Dispersion(Range.Add(value), m, variance, DecimalMath.Sqrt(variance));
    }
}
