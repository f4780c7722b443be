using System.Globalization;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Tests.Primitives;

public sealed class WelfordTests
{
    [Theory]
    [InlineData("WM-1", "0", "0.1", 1, "0.1")]
    [InlineData("WM-2", "0.1", "-0.2", 2, "-0.05")]
    [InlineData("WM-3", "-0.05", "-0.05", 3, "-0.05")]
    [InlineData("WM-4", "-0.05", "0.2", 4, "0.0125")]
    public void Mean_follows_a_value(string _, string previous, string value, long count, string mean) =>
        Assert.Equal(Number(mean), Welford.Mean(Number(previous), Number(value), count));

    [Theory]
    [InlineData("WR-1", "0", "0", "10", "10", "0")]
    [InlineData("WR-2", "0", "10", "100", "55", "4050")]
    [InlineData("WR-3", "4050", "55", "-10", "33.333333333333333333", "6866.666666666666666645")]
    [InlineData("WR-4", "0", "0", "-5", "-5", "0")]
    [InlineData("WR-5", "0", "-5", "-50", "-27.5", "1012.5")]
    [InlineData("WR-6", "0", "0", "90000", "90000", "0")]
    [InlineData("WR-8", "0", "90000", "-90000", "0", "16200000000")]
    public void Recurrence_follows_a_value(
        string _, string previousM, string previousMean, string value, string mean, string m) =>
        Assert.Equal(
            Number(m),
            Welford.RecurrenceM(Number(previousM), Number(previousMean), Number(value), Number(mean)));

    [Theory]
    [InlineData("WV-0", "0", 0, "0", "0")]
    [InlineData("WV-1", "0", 1, "0", "0")]
    [InlineData("WV-2", "1050", 5, "262.5", "210")]
    [InlineData("WV-3", "1012.5", 123223, "0.0082168768564055120027267858", "0.0082168101734254157097295148")]
    public void Variances_follow_from_M(string _, string m, long count, string sample, string population)
    {
        Assert.Equal(Number(sample), Welford.SampleVariance(Number(m), count));
        Assert.Equal(Number(population), Welford.PopulationVariance(Number(m), count));
    }

    [Theory]
    [InlineData("DS-1", 1, "1.1", "1.1", "1.1", "0", "0", "0")]
    [InlineData("DS-2", 2, "2.3", "1.15", "1.2", "0.005", "0.0025", "0.05")]
    [InlineData("DI-3", 3, "3.6", "1.2", "1.3", "0.02", "0.006666666667", "0.081649658092")]
    public void A_data_set_is_summed_up(
        string _, int count, string sum, string mean, string high, string m, string variance, string deviation)
    {
        var summary = default(DataSetSummary);
        foreach (var value in new[] { 1.1m, 1.2m, 1.3m }.Take(count))
        {
            summary = summary.Add(value);
        }

        Assert.Equal((count, Number(sum), Number(mean)), (summary.Count, summary.Sum, summary.Mean));
        Assert.Equal(new ValueRange(true, Number(high), 1.1m), summary.Dispersion.Range);
        Assert.InRange(summary.Dispersion.RecurrenceM - Number(m), -1e-12m, 1e-12m);
        Assert.InRange(summary.Dispersion.Variance - Number(variance), -1e-12m, 1e-12m);
        Assert.InRange(summary.Dispersion.StandardDeviation - Number(deviation), -1e-12m, 1e-12m);
    }

    [Fact]
    public void DS_doc_one_two_three()
    {
        var summary = default(DataSetSummary).Add(1m).Add(2m).Add(3m);

        Assert.Equal((3, 6m, 2m), (summary.Count, summary.Sum, summary.Mean));
    }

    [Fact]
    public void RG_1_range_spans_all_values()
    {
        var range = new[] { 0.1m, 1.01m, 1.02m, 1.03m, 1.04m, 1.05m, 1.06m, 1.07m, 9999m }
            .Aggregate(default(ValueRange), (seen, value) => seen.Add(value));

        Assert.Equal(new ValueRange(true, 9999m, 0.1m), range);
        Assert.Equal(9998.9m, range.Range);
    }

    [Fact]
    public void RG_3_range_of_nothing_is_zero()
    {
        Assert.Equal(new ValueRange(false, 0m, 0m), default);
        Assert.Equal(0m, default(ValueRange).Range);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
