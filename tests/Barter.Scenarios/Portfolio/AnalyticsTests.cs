using Barter.Model;
using Barter.Statistics;
using Barter.Statistics.Primitives;

namespace Barter.Scenarios.Portfolio;

public sealed class AnalyticsTests
{
    private static readonly ReturnInterval Daily = ReturnInterval.Parse("Daily");

    [Fact]
    [Trait("Case", "PM-001")]
    public void A_sharpe_ratio_is_excess_over_deviation() => Assert.Equal(
        new IntervalMetric(0.05m, "Daily"), new IntervalMetric(Ratios.Sharpe(0.0015m, 0.0025m, 0.02m), Daily.Name));

    [Fact]
    [Trait("Case", "PM-003")]
    public void A_sortino_ratio_without_downside_is_unbounded() =>
        Assert.Equal(79228162514264337593543950335m, Ratios.Sortino(0.001m, 0.002m, 0m));

    [Fact]
    [Trait("Case", "PM-007")]
    public void A_calmar_ratio_is_excess_over_drawdown() => Assert.Equal(
        new IntervalMetric(0.05m, "Daily"), new IntervalMetric(Ratios.Calmar(0.0015m, 0.0025m, 0.02m), Daily.Name));

    [Fact]
    [Trait("Case", "PM-009")]
    public void A_calmar_ratio_without_drawdown_is_unbounded() =>
        Assert.Equal(decimal.MaxValue, Ratios.Calmar(0.001m, 0.002m, 0m));

    [Theory]
    [InlineData("Weekly")]
    [InlineData("weekly")]
    [Trait("Case", "PM-005")]
    [Trait("Case", "PM-011")]
    [Trait("Case", "PM-028")]
    public void An_interval_that_is_none_is_refused_before_anything_is_calculated(string text)
    {
        var refused = Assert.Throws<FormatException>(() => ReturnInterval.Parse(text));
        Assert.Contains($"invalid interval '{text}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "PM-019")]
    public void A_rate_of_return_is_stated_in_its_interval()
    {
        var interval = ReturnInterval.Parse("daily");

        Assert.Equal(
            new IntervalMetric(0.01m, "Daily"),
            new IntervalMetric(Ratios.ScaleReturn(0.01m, Daily, interval), interval.Name));
    }

    [Fact]
    [Trait("Case", "PM-012")]
    [Trait("Case", "PM-014")]
    public void A_profit_factor_is_gross_over_gross_and_unbounded_without_losses()
    {
        Assert.Equal(2m, Ratios.ProfitFactor(10m, 5m));
        Assert.Equal(decimal.MaxValue, Ratios.ProfitFactor(5m, 0m));
    }

    [Fact]
    [Trait("Case", "PM-016")]
    public void A_win_rate_counts_wins() => Assert.Equal(0.6m, Ratios.WinRate(6m, 10m));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [Trait("Case", "PM-015")]
    [Trait("Case", "PM-018")]
    [Trait("Case", "PM-026")]
    public void What_is_not_finite_does_not_become_a_decimal(string text) =>
        Assert.False(DecimalText.TryParse(text, out _));

    [Fact]
    [Trait("Case", "PM-021")]
    public void Drawdowns_reach_from_peak_to_recovery_and_the_last_may_be_unfinished()
    {
        decimal[] equity = [100m, 110m, 90m, 115m, 105m, 95m, 120m, 118m];

        var drawdowns = Drawdowns.Series(equity.Select((value, day) => (Day(day), value)));

        Assert.Equal(
            [
                new Drawdown(20m / 110m, Day(1), Day(3)),
                new Drawdown(20m / 115m, Day(3), Day(6)),
                new Drawdown(2m / 120m, Day(6), Day(7)),
            ],
            drawdowns);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [Trait("Case", "PM-024")]
    public void A_series_that_is_too_short_has_no_drawdown(int points)
    {
        var series = Enumerable.Range(0, points).Select(day => (Day(day), 100m)).ToArray();

        Assert.Empty(Drawdowns.Series(series));
        Assert.Null(Drawdowns.Max(series));
        Assert.Null(Drawdowns.Mean(series));
    }

    private static Timestamp Day(int day) => Timestamp.Parse("2025-01-01T00:00:00Z") + TimeSpan.FromDays(day);
}
