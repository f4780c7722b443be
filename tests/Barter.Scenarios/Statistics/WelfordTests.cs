using System.Globalization;
using Barter.Statistics.Primitives;

namespace Barter.Scenarios.Statistics;

public sealed class WelfordTests
{
    [Theory]
    [Trait("Case", "BND-043")]
    [InlineData("0", "0.1", 1, "0.1")]
    [InlineData("0.1", "-0.2", 2, "-0.05")]
    [InlineData("-0.05", "-0.05", 3, "-0.05")]
    [InlineData("-0.05", "0.2", 4, "0.0125")]
    [InlineData("0.0125", "0.15", 5, "0.04")]
    [InlineData("0.04", "-0.17", 6, "0.005")]
    public void The_running_mean_is_exact(string previous, string value, int count, string mean) =>
        Assert.Equal(Number(mean), Welford.Mean(Number(previous), Number(value), count));

    [Theory]
    [Trait("Case", "BND-045")]
    [InlineData("0", 1, "0")]
    [InlineData("1050", 5, "262.5")]
    [InlineData("1012.5", 123223, "0.0082168768564055120027267858")]
    [InlineData("16200000000", 3, "8100000000")]
    [InlineData("99999.9999", 23232, "4.3045929964271878093926219276")]
    public void The_sample_variance_keeps_all_digits(string m, int count, string variance) =>
        Assert.Equal(Number(variance), Welford.SampleVariance(Number(m), count));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
