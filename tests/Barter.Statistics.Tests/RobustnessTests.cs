using Barter.Statistics.Primitives;

namespace Barter.Statistics.Tests;

public sealed class RobustnessTests
{
    [Fact]
    public void DF_1_the_best_of_a_hundred_trials_deflates_as_published()
    {
        var perDay = Math.Sqrt(1d / 250d);
        var variance = 0.5 / 250d;

        Near(0.113172001865, Robustness.ExpectedMaximum(100, variance), 1e-11);
        Near(0.900396834, Robustness.DeflatedSharpe(2.5 * perDay, 1_250, -3d, 10d, 100, variance), 1e-9);
    }

    [Theory]
    [InlineData("DF-2 ten", 10, 1.57459830134575)]
    [InlineData("DF-2 a hundred", 100, 2.53060289320168)]
    [InlineData("DF-2 a thousand", 1_000, 3.25512151365272)]
    public void The_best_of_many_trials_without_skill_is_expected_at(string _, int trials, double published) =>
        Near(published, Robustness.ExpectedMaximum(trials, 1d), 1e-13);

    [Theory]
    [InlineData("DF-3", 0.036 / 0.079, 0d, 24, -2.448, 10.164, 0.912709339595)]
    [InlineData("DF-4", 0.1, 0d, 252, 0d, 3d, 0.942986861024)]
    [InlineData("DF-5", 0.1, 0.05, 252, 0d, 3d, 0.785287504647)]
    [InlineData("DF-7", 1.14, 1d, 250, 0d, 3d, 0.957277880)]
    [InlineData("DF-8", 0.1, 0d, 252, -1d, 5d, 0.933677005176)]
    public void The_probability_that_a_Sharpe_ratio_is_above_a_benchmark_is(
        string _, double sharpe, double benchmark, int count, double skewness, double kurtosis, double published) =>
        Near(published, Robustness.ProbabilisticSharpe(sharpe, benchmark, count, skewness, kurtosis), 1e-9);

    [Theory]
    [InlineData("DF-4", 0.1, 0d, 3d, 0.0632770421538888)]
    [InlineData("DF-8", 0.1, -1d, 5d, 0.0665004568177701)]
    public void The_error_of_a_Sharpe_ratio_is(
        string _, double sharpe, double skewness, double kurtosis, double published) =>
        Near(published, Robustness.SharpeError(sharpe, 252, skewness, kurtosis), 1e-13);

    [Theory]
    [InlineData("DF-6 daily", 250d, 682.79695)]
    [InlineData("DF-6 monthly", 12d, 38.877608)]
    public void A_Sharpe_ratio_of_two_a_year_is_above_one_after(string _, double perYear, double published) =>
        Near(published, Robustness.MinTrackRecord(2d / Math.Sqrt(perYear), 1d / Math.Sqrt(perYear)), 1e-7);

    [Fact]
    public void DF_9_kurtosis_is_raw_and_not_in_excess_of_three()
    {
        var error = Robustness.SharpeError(2.5 / Math.Sqrt(250), 2d);

        Near(1.0125, error * error, 1e-13);
    }

    [Theory]
    [InlineData("LO-1 of 0", 12, 0d, 3.464102)]
    [InlineData("LO-1 of 0.1", 12, 0.1, 3.160111)]
    [InlineData("LO-1 of 0.2", 12, 0.2, 2.878849)]
    [InlineData("LO-2", 252, 0.1, 14.364792)]
    [InlineData("LO-3 of 252", 252, 0.2, 12.972210)]
    [InlineData("LO-3 of 365", 365, 0.1, 17.285883)]
    public void Returns_that_depend_on_each_other_scale_by(string _, int periods, double rho, double published) =>
        Near(published, Robustness.AutocorrelationFactor(periods, rho), 5e-7 / published);

    [Fact]
    public void The_closed_form_of_the_scale_is_the_sum_that_is_published()
    {
        foreach (var rho in new[] { -1d, -0.7, -0.05, 0d, 0.3, 0.999, 1d })
        {
            foreach (var q in new[] { 1, 2, 3, 12, 365 })
            {
                var sum = Enumerable.Range(1, q - 1).Sum(k => (q - k) * Math.Pow(rho, k));
                var variance = q + (2d * sum);

                if (variance > 1e-9)
                {
                    Near(q / Math.Sqrt(variance), Robustness.AutocorrelationFactor(q, rho), 1e-9);
                }
                else
                {
                    Assert.Null(Robustness.AutocorrelationFactor(q, rho));
                }
            }
        }
    }

    [Fact]
    public void What_is_undefined_has_no_value()
    {
        Assert.Null(Robustness.SharpeError(1d, 1));
        Assert.Null(Robustness.ProbabilisticSharpe(1d, 0d, 1));
        Assert.Null(Robustness.MinTrackRecord(0.1, 0.1));
        Assert.Null(Robustness.ExpectedMaximum(1, 1d));
        Assert.Null(Robustness.DeflatedSharpe(1d, 100, 0d, 3d, 1, 1d));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => Robustness.MinTrackRecord(1d, 0d, 1d));
        Assert.Throws<ArgumentOutOfRangeException>("variance", () => Robustness.ExpectedMaximum(2, -1d));
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => Robustness.AutocorrelationFactor(0, 0d));
    }

    [Theory]
    [InlineData(0d, 0.5)]
    [InlineData(1d, 0.841344746068542949)]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(-3d, 0.0013498980316300946)]
    [InlineData(-3.0000000001, 0.00134989803118691)]
    [InlineData(-6d, 9.86587645037698e-10)]
    [InlineData(-20d, 2.7536241186062337e-89)]
    [InlineData(6d, 0.999999999013412)]
    [InlineData(-40d, 0d)]
    [InlineData(40d, 1d)]
    public void The_normal_distribution_is_as_tabulated(double value, double share)
    {
        Near(share, BinaryMath.NormalBelow(value), 1e-13);
        if (share is > 1e-9 and < 0.9)
        {
            Assert.Equal(value, BinaryMath.NormalQuantile(share), 1e-11);
        }
    }

    [Theory]
    [InlineData(0d)]
    [InlineData(1d)]
    [InlineData(-0.5)]
    [InlineData(-87.3)]
    [InlineData(-700d)]
    [InlineData(88.7)]
    public void The_exponential_is_that_of_the_library(double exponent) =>
        Near(Math.Exp(exponent), BinaryMath.Exp(exponent), 1e-14);

    [Theory]
    [InlineData("0.333333333333", 1d / 3d)]
    [InlineData("-1234567.89012", -1_234_567.890_123_456)]
    [InlineData("0", 1e-40)]
    [InlineData(null, 1e30)]
    [InlineData(null, double.NaN)]
    [InlineData(null, double.PositiveInfinity)]
    public void A_double_leaves_with_twelve_digits(string? text, double value) =>
        Assert.Equal(text is null ? null : decimal.Parse(text, null), BinaryMath.Rounded(value));

    private static void Near(double expected, double? actual, double part)
    {
        Assert.NotNull(actual);
        Assert.InRange(Math.Abs(actual.Value - expected), 0d, Math.Abs(expected) * part);
    }
}
