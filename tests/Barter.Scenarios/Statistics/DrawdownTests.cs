using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Scenarios.Statistics;

/// <summary>Drawdowns of a series with a value a day from 2025-01-01Z.</summary>
public sealed class DrawdownTests
{
    [Fact]
    [Trait("Case", "STAT-043")]
    [Trait("Case", "STAT-044")]
    public void A_drawdown_is_a_value()
    {
        var drawdown = new Drawdown(-0.1m, Day(0), Day(1));

        Assert.Equal(
            (-0.1m, Day(0), Day(1), TimeSpan.FromDays(1)),
            (drawdown.Value, drawdown.TimeStart, drawdown.TimeEnd, drawdown.Duration));
        Assert.Equal(new Drawdown(-0.1m, Day(0), Day(1)), drawdown);
        Assert.NotEqual(drawdown with { Value = -0.2m }, drawdown);
    }

    [Fact]
    [Trait("Case", "STAT-045")]
    public void The_maximum_of_one_drawdown_is_that_drawdown()
    {
        var drawdown = new Drawdown(0.1m, Day(0), Day(1));
        var max = new MaxDrawdownGenerator();

        max.Update(drawdown);

        Assert.Equal(drawdown, max.Generate());
    }

    [Theory]
    [Trait("Case", "STAT-047")]
    [Trait("Case", "STAT-048")]
    [InlineData("no points")]
    [InlineData("one point", 100)]
    public void Too_few_values_have_no_drawdown(string _, params int[] values) =>
        Assert.Empty(Drawdowns.Series(Points(values)));

    [Fact]
    [Trait("Case", "STAT-050")]
    [Trait("Case", "STAT-052")]
    public void A_fall_and_a_new_peak_are_one_drawdown() => Assert.Equal(
        [new Drawdown(0.1818181818181818181818181818m, Day(1), Day(3))],
        Drawdowns.Series(Points(100, 110, 90, 120)));

    [Theory]
    [Trait("Case", "STAT-053")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void What_is_no_number_never_becomes_a_value(string text)
    {
        // A decimal has neither, so it ends where text is read
        Assert.False(DecimalText.TryParse(text, out _));
        Assert.Empty(Drawdowns.Series(Points(100, 110)));
    }

    [Fact]
    [Trait("Case", "STAT-054")]
    public void Who_never_fell_has_no_maximum_drawdown() => Assert.Null(Drawdowns.Max(Points(100, 110, 120)));

    [Fact]
    [Trait("Case", "STAT-056")]
    public void The_maximum_is_the_deepest() => Assert.Equal(
        new Drawdown(0.2083333333333333333333333333m, Day(3), Day(6)),
        Drawdowns.Max(Points(100, 110, 90, 120, 105, 95, 130)));

    [Fact]
    [Trait("Case", "STAT-058")]
    public void The_mean_of_one_drawdown_is_its_depth_and_length() => Assert.Equal(
        new MeanDrawdown(0.1818181818181818181818181818m, 172_800_000),
        Drawdowns.Mean(Points(100, 110, 90, 120)));

    private static Timestamp Day(int day) => Timestamp.Parse("2025-01-01T00:00:00Z") + TimeSpan.FromDays(day);

    private static IEnumerable<(Timestamp Time, decimal Value)> Points(params int[] values) =>
        values.Select((value, day) => (Day(day), (decimal)value));
}
