using System.Globalization;
using Barter.Model;
using Barter.Statistics.Primitives;
using static Barter.Statistics.Tests.Primitives.Days;

namespace Barter.Statistics.Tests.Primitives;

public sealed class DrawdownTests
{
    private const string Sliver = "0.0000000869565217391304347826";
    private static readonly decimal[] Series = [100m, 110m, 99m, 88m, 95m, 115m, 115m, 114.99999m, 200m];

    [Theory]
    [InlineData("DD-0", 0, "100", "0", 0, null)]
    [InlineData("DD-1", 1, "110", "0", 1, null)]
    [InlineData("DD-2", 2, "110", "0.1", 1, null)]
    [InlineData("DD-3", 3, "110", "0.2", 1, null)]
    [InlineData("DD-4", 4, "110", "0.2", 1, null)]
    [InlineData("DD-5", 5, "115", "0", 5, "0.2")]
    [InlineData("held peak", 6, "115", "0", 6, null)]
    [InlineData("sliver", 7, "115", Sliver, 6, null)]
    [InlineData("end of sliver", 8, "200", "0", 8, Sliver)]
    public void A_drawdown_is_measured_from_its_peak(
        string _, int day, string peak, string depth, int dayPeak, string? ended)
    {
        var generator = new DrawdownGenerator();
        Drawdown? last = null;
        for (var i = 0; i <= day; i++)
        {
            last = generator.Update(Series[i], Day(i));
        }

        Assert.Equal(
            (Number(peak), Number(depth), Day(dayPeak), Day(day)),
            (generator.Peak, generator.DrawdownMax, generator.TimePeak, generator.TimeNow));
        Assert.Equal(ended is null ? null : Number(ended), last?.Value);
    }

    [Fact]
    public void DD_5_a_drawdown_ends_where_the_peak_is_exceeded() =>
        Assert.Equal(new Drawdown(0.2m, Day(1), Day(5)), Drawdowns.Max(Points(100, 110, 99, 88, 95, 115)));

    [Fact]
    public void A_drawdown_ends_where_the_peak_is_touched() =>
        Assert.Equal(
            [new Drawdown(0.1m, Day(0), Day(2)), new Drawdown(0.2m, Day(2), Day(3))],
            Drawdowns.Series(Points(100, 90, 100, 80)));

    [Theory]
    [InlineData("peak of zero", 0, -50)]
    [InlineData("peak below zero", -10, -50)]
    public void A_fall_from_no_height_has_no_depth(string _, int peak, int value) =>
        Assert.Empty(Drawdowns.Series(Points(peak, value)));

    [Fact]
    public void MX_max_keeps_the_first_of_the_deepest()
    {
        var max = new MaxDrawdownGenerator();
        var seen = new List<Drawdown?>();
        foreach (var (value, days) in new[]
            {
                (-0.227272727272727273m, 2), (-0.55m, 3), (-0.033333333333333333m, 3), (0.55m, 9), (-0.99999m, 5),
            })
        {
            max.Update(new Drawdown(value, Day(0), Day(days)));
            seen.Add(max.Generate());
        }

        Assert.Equal(
            [(-0.227272727272727273m, 2), (-0.55m, 3), (-0.55m, 3), (-0.55m, 3), (-0.99999m, 5)],
            seen.Select(row => (row!.Value.Value, row.Value.Duration.Days)));
    }

    [Fact]
    public void MN_mean_of_equals_is_the_same()
    {
        var mean = new MeanDrawdownGenerator();
        foreach (var count in new[] { 1, 2 })
        {
            mean.Update(new Drawdown(-0.5m, Day(0), Day(2)));
            Assert.Equal(count, mean.Count);
            Assert.Equal(new MeanDrawdown(-0.5m, 172_800_000), mean.Generate());
        }
    }

    [Fact]
    public void An_unfinished_drawdown_is_counted_in_the_answer_and_not_kept()
    {
        var (mean, max) = (new MeanDrawdownGenerator(), new MaxDrawdownGenerator());
        var open = new Drawdown(0.3m, Day(0), Day(1));

        Assert.Equal((new MeanDrawdown(0.3m, 86_400_000), open), (mean.Generate(open), max.Generate(open)));
        Assert.Equal((null, null), (mean.Generate(), max.Generate()));
    }

    [Theory]
    [InlineData("PD-1", new int[0])]
    [InlineData("PD-2", new[] { 100 })]
    [InlineData("PD-3", new[] { 100, 110, 120 })]
    public void A_series_that_never_falls_has_no_drawdown(string _, int[] values)
    {
        var points = Points([.. values]);

        Assert.Empty(Drawdowns.Series(points));
        Assert.Null(Drawdowns.Max(points));
        Assert.Null(Drawdowns.Mean(points));
    }

    [Fact]
    public void PD_4_one_drawdown_is_its_own_maximum_and_mean()
    {
        var points = Points(100, 110, 90, 120);
        var only = new Drawdown(0.1818181818181818181818181818m, Day(1), Day(3));

        Assert.Equal([only], Drawdowns.Series(points));
        Assert.Equal(only, Drawdowns.Max(points));
        Assert.Equal(new MeanDrawdown(only.Value, 172_800_000), Drawdowns.Mean(points));
    }

    [Fact]
    public void PD_6_the_last_drawdown_is_still_open() =>
        Assert.Equal(
            [
                new Drawdown(20m / 110m, Day(1), Day(3)),
                new Drawdown(20m / 115m, Day(3), Day(6)),
                new Drawdown(2m / 120m, Day(6), Day(7)),
            ],
            Drawdowns.Series(Points(100, 110, 90, 115, 105, 95, 120, 118)));

    [Fact]
    public void DD_P_drawdowns_in_money_are_shares_of_their_peaks()
    {
        var points = Points(100, 110, 90, 100, 120, 130, 100, 120, 140, 130);

        var money = Drawdowns.Series(points)
            .Select(fall => fall.Value * points.Single(point => point.Time == fall.TimeStart).Value);

        Assert.Equal([20m, 30m, 10m], money.Select(value => decimal.Round(value, 20)));
    }

    private static (Timestamp Time, decimal Value)[] Points(params int[] values) =>
        [.. values.Select((value, day) => (Day(day), (decimal)value))];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
