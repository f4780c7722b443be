namespace Barter.Statistics.Primitives;

/// <summary>Mean and variance, one value at a time (Welford 1962).</summary>
public static class Welford
{
    /// <summary>The mean after a value, of which there are now <paramref name="count"/>.</summary>
    public static decimal Mean(decimal previousMean, decimal value, long count) =>
        previousMean + ((value - previousMean) / count);

    /// <summary>M, the sum of squared deviations from the mean, after a value.</summary>
    public static decimal RecurrenceM(decimal previousM, decimal previousMean, decimal value, decimal mean) =>
        previousM + ((value - previousMean) * (value - mean));

    /// <summary>M / (n - 1); 0 of fewer than two values.</summary>
    public static decimal SampleVariance(decimal m, long count) => count < 2 ? 0m : m / (count - 1);

    /// <summary>M / n; 0 of none.</summary>
    public static decimal PopulationVariance(decimal m, long count) => count < 1 ? 0m : m / count;
}
