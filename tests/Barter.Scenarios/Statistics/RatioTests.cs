using System.Globalization;
using Barter.Statistics;
using Barter.Statistics.Primitives;

namespace Barter.Scenarios.Statistics;

/// <summary>Intervals, and ratios of plain numbers. Unbounded is the largest or the smallest decimal.</summary>
public sealed class RatioTests
{
    private const string Max = "79228162514264337593543950335";
    private const string Min = "-79228162514264337593543950335";

    [Fact]
    [Trait("Case", "STAT-001")]
    [Trait("Case", "STAT-002")]
    [Trait("Case", "STAT-004")]
    [Trait("Case", "STAT-006")]
    public void Intervals_have_a_name_and_a_length()
    {
        Assert.Equal(("Annual(365)", 365), (ReturnInterval.Annual365.Name, ReturnInterval.Annual365.Length.TotalDays));
        Assert.Equal(("Annual(252)", 252), (ReturnInterval.Annual252.Name, ReturnInterval.Annual252.Length.TotalDays));
        Assert.Equal(("Daily", 1), (ReturnInterval.Daily.Name, ReturnInterval.Daily.Length.TotalDays));
    }

    [Fact]
    [Trait("Case", "STAT-007")]
    public void A_length_of_ones_own_is_named_in_minutes() =>
        Assert.Equal("Duration 120 (minutes)", ReturnInterval.Duration(TimeSpan.FromHours(2)).Name);

    [Theory]
    [Trait("Case", "STAT-010")]
    [Trait("Case", "STAT-011")]
    [Trait("Case", "STAT-012")]
    [InlineData("no deviation", "0.001", "0.002", "0", Max)]
    [InlineData("two hours, a day", "0.0015", "0.0025", "0.02", "0.05")]
    public void Sharpe(string _, string riskFree, string mean, string deviation, string ratio) =>
        Assert.Equal(Number(ratio), Ratios.Sharpe(Number(riskFree), Number(mean), Number(deviation)));

    [Fact]
    [Trait("Case", "STAT-013")]
    public void A_daily_ratio_grows_with_the_root_of_the_days_in_a_year()
    {
        var scaled = Ratios.ScaleRatio(0.05m, ReturnInterval.Daily, ReturnInterval.Annual252);

        Assert.InRange(scaled - 0.7937253933193771771504847261m, -1e-15m, 1e-15m);
    }

    [Theory]
    [Trait("Case", "STAT-014")]
    [Trait("Case", "STAT-016")]
    [Trait("Case", "STAT-018")]
    [Trait("Case", "STAT-019")]
    [InlineData("a day, four hours", "0.0015", "0.0025", "0.02", "0.05")]
    [InlineData("no downside, no excess", "0.002", "0.001", "0", Min)]
    [InlineData("negative returns", "0.001", "-0.002", "0.015", "-0.2")]
    public void Sortino(string _, string riskFree, string mean, string downside, string ratio) =>
        Assert.Equal(Number(ratio), Ratios.Sortino(Number(riskFree), Number(mean), Number(downside)));

    [Theory]
    [Trait("Case", "STAT-021")]
    [Trait("Case", "STAT-022")]
    [Trait("Case", "STAT-024")]
    [InlineData("normal", "0.0015", "0.0025", "0.02", "0.05")]
    [InlineData("no drawdown, excess", "0.001", "0.002", "0", Max)]
    [InlineData("no drawdown, no excess", "0.001", "0.001", "0", "0")]
    public void Calmar(string _, string riskFree, string mean, string drawdown, string ratio) =>
        Assert.Equal(Number(ratio), Ratios.Calmar(Number(riskFree), Number(mean), Number(drawdown)));

    [Theory]
    [Trait("Case", "STAT-028")]
    [Trait("Case", "STAT-030")]
    [Trait("Case", "STAT-032")]
    [Trait("Case", "BND-037")]
    [InlineData("nothing at all", "0", "0", null)]
    [InlineData("no losses", "1", "0", Max)]
    [InlineData("signs do not matter", "10", "-5", "2")]
    [InlineData("profits and losses", "100", "50", "2")]
    [InlineData("larger profits, no losses", "100", "0", Max)]
    public void Profit_factor(string _, string profits, string losses, string? factor) =>
        Assert.Equal(NumberOrNone(factor), Ratios.ProfitFactor(Number(profits), Number(losses)));

    [Theory]
    [Trait("Case", "STAT-033")]
    [Trait("Case", "STAT-035")]
    [InlineData("no trades", 0, 0, null)]
    [InlineData("no wins", 0, 10, "0")]
    public void Win_rate(string _, int wins, int total, string? rate) =>
        Assert.Equal(NumberOrNone(rate), Ratios.WinRate(wins, total));

    [Theory]
    [Trait("Case", "STAT-037")]
    [Trait("Case", "STAT-039")]
    [InlineData("gain", "0.0025")]
    [InlineData("loss", "-0.0025")]
    public void A_rate_of_return_stays_what_it_is_in_its_own_interval(string _, string mean) => Assert.Equal(
        Number(mean), Ratios.ScaleReturn(Number(mean), ReturnInterval.Daily, ReturnInterval.Daily));

    [Fact]
    [Trait("Case", "STAT-040")]
    public void A_rate_of_return_is_scaled_without_compounding() =>
        Assert.Equal(2.52m, Ratios.ScaleReturn(0.01m, ReturnInterval.Daily, ReturnInterval.Annual252));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal? NumberOrNone(string? text) => text is null ? null : Number(text);
}
