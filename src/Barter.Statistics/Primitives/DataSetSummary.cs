namespace Barter.Statistics.Primitives;

/// <summary>Count, sum, mean and dispersion of the values seen.</summary>
public readonly record struct DataSetSummary(long Count, decimal Sum, decimal Mean, Dispersion Dispersion)
{
    public DataSetSummary Add(decimal value)
    {
        var count = Count + 1;
        var mean = Welford.Mean(Mean, value, count);
        return new DataSetSummary(count, Sum + value, mean, Dispersion.Add(Mean, mean, value, count));
    }
}
