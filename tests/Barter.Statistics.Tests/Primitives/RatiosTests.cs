using System.Globalization;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Tests.Primitives;

public sealed class RatiosTests
{
    private const string Max = "79228162514264337593543950335";
    private const string Min = "-79228162514264337593543950335";

    [Theory]
    [InlineData("SH-1", "0.001", "0.002", "0", Max)]
    [InlineData("SH-2", "0.0015", "0.0025", "0.02", "0.05")]
    [InlineData("SH-4", "0.0015", "0.0025", "0.02", "0.05")]
    [InlineData("sign kept without deviation", "0.002", "0.001", "0", Min)]
    [InlineData("nothing over nothing", "0.001", "0.001", "0", "0")]
    [InlineData("sign kept on overflow", "1e28", "-1e28", "1e-28", Min)]
    public void Sharpe(string _, string riskFree, string mean, string deviation, string ratio) =>
        Assert.Equal(Number(ratio), Ratios.Sharpe(Number(riskFree), Number(mean), Number(deviation)));

    [Theory]
    [InlineData("SO-1", "0.0015", "0.0025", "0.02", "0.05")]
    [InlineData("SO-2", "0.001", "0.002", "0", Max)]
    [InlineData("SO-3", "0.001", "0.001", "0", "0")]
    [InlineData("SO-4", "0.0015", "0.0025", "0.02", "0.05")]
    [InlineData("SO-5", "1e-10", "2e-10", "1e-10", "1")]
    [InlineData("SO-9", "0.001", "-0.002", "0.015", "-0.2")]
    public void Sortino(string _, string riskFree, string mean, string deviation, string ratio) =>
        Assert.Equal(Number(ratio), Ratios.Sortino(Number(riskFree), Number(mean), Number(deviation)));

    [Theory]
    [InlineData("CA-1", "0.0015", "0.0025", "0.02", "0.05")]
    [InlineData("CA-2", "0.001", "0.002", "0", Max)]
    [InlineData("CA-3", "0.002", "0.001", "0", Min)]
    [InlineData("CA-4", "0.001", "0.001", "0", "0")]
    [InlineData("CA-5", "0.0015", "0.0025", "0.02", "0.05")]
    [InlineData("CA-6", "0.001", "0.002", "-0.015", "0.0666666666666666666666666667")]
    [InlineData("CA-7", "1e-10", "2e-10", "1e-10", "1")]
    [InlineData("CA-10", "0.001", "-0.002", "0.015", "-0.2")]
    [InlineData("CA-12", "1e10", "2e10", "1e10", "1")]
    [InlineData("CA-14", "0.0015", "0.0025", "0.02", "0.05")]
    public void Calmar(string _, string riskFree, string mean, string drawdown, string ratio) =>
        Assert.Equal(Number(ratio), Ratios.Calmar(Number(riskFree), Number(mean), Number(drawdown)));

    [Theory]
    [InlineData("SH-3", "0.05", "0.7937253933193771771504847261")]
    [InlineData("SO-6", "0.05", "0.7937253933193771771504847261")]
    [InlineData("CA-8", "0.05", "0.7937253933193771771504847261")]
    [InlineData("unbounded stays unbounded", Max, Max)]
    [InlineData("sign kept when unbounded", Min, Min)]
    [InlineData("sign kept on overflow", "-7e28", Min)]
    public void A_ratio_scales_from_daily_to_annual_252_by_the_root(string _, string daily, string annual) =>
        Assert.Equal(
            Number(annual), Ratios.ScaleRatio(Number(daily), ReturnInterval.Daily, ReturnInterval.Annual252));

    [Fact]
    public void What_has_no_bound_has_none_in_a_shorter_interval_either() => Assert.Equal(
        decimal.MaxValue, Ratios.ScaleRatio(decimal.MaxValue, ReturnInterval.Annual252, ReturnInterval.Daily));

    [Theory]
    [InlineData("PF-1", "1e-20", "1e-20", "1")]
    [InlineData("PF-2", "0", "0", null)]
    [InlineData("PF-3", "1", "0", Max)]
    [InlineData("PF-4", "10", "5", "2")]
    [InlineData("PF-5", "10.5555", "5.2345", "2.016524978507975928933040405")]
    [InlineData("PF-6", "5", "0", Max)]
    [InlineData("PF-10", "10", "-5", "2")]
    [InlineData("losses only", "0", "5", "0")]
    public void Profit_factor(string _, string profits, string losses, string? factor) =>
        Assert.Equal(factor is null ? null : Number(factor), Ratios.ProfitFactor(Number(profits), Number(losses)));

    [Theory]
    [InlineData("WN-1", 0, 0, null)]
    [InlineData("WN-2", 10, 10, "1")]
    [InlineData("WN-3", 6, 10, "0.6")]
    [InlineData("WN-5", 7, 10, "0.7")]
    public void Win_rate(string _, int wins, int total, string? rate) =>
        Assert.Equal(rate is null ? null : Number(rate), Ratios.WinRate(wins, total));

    [Theory]
    [InlineData("negative wins", -1, 10, "wins")]
    [InlineData("negative total", 0, -1, "total")]
    [InlineData("more wins than total", 2, 1, "wins")]
    public void Impossible_counts_are_refused(string _, int wins, int total, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => Ratios.WinRate(wins, total));

    [Theory]
    [InlineData("RR-1", "0.0025", "daily", "daily", "0.0025")]
    [InlineData("RR-2", "0", "daily", "daily", "0")]
    [InlineData("RR-3", "0.0025", "4h", "4h", "0.0025")]
    [InlineData("RR-4", "0.01", "daily", "annual_252", "2.52")]
    [InlineData("RR-5", "-0.01", "daily", "annual_252", "-2.52")]
    [InlineData("RR-6", "1e-10", "daily", "annual_252", "2.52e-8")]
    [InlineData("RR-7", "-0.0025", "daily", "daily", "-0.0025")]
    [InlineData("RR-9", "0", "daily", "annual_252", "0")]
    [InlineData("sign kept on overflow", "-7e28", "daily", "annual_252", Min)]
    public void A_rate_of_return_scales_with_time(string _, string rate, string from, string to, string scaled) =>
        Assert.Equal(
            Number(scaled), Ratios.ScaleReturn(Number(rate), ReturnInterval.Parse(from), ReturnInterval.Parse(to)));

    private static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
