using Barter.Backtest.Recording;
using Barter.Model;

namespace Barter.Backtest.Tests.Recording;

public sealed class SeriesBuilderTests
{
    private static readonly Timestamp Start = Scene.Start;

    [Theory]
    [InlineData("a minute", 60, 100)]
    [InlineData("a day", 86_400, 20_000)]
    [InlineData("five years", 157_680_000, 50_000)]
    public void A_series_keeps_its_extremes_however_long_it_is(string length, int seconds, int count)
    {
        var series = new SeriesBuilder(Start);
        var values = Walk(count).ToArray();
        for (var i = 0; i < count; i++)
        {
            series.Add(Start.AddNanos((long)seconds * Timestamp.NanosPerSecond / count * i), values[i]);
        }

        var points = series.Build().Points;

        Assert.True(points.Count is > 30 and <= SeriesBuilder.StepsMax, $"{length}: {points.Count}");
        Assert.Equal((values[0], values[^1]), (points[0].First, points[^1].Last));
        Assert.Equal((values.Min(), values.Max()), (points.Min(point => point.Low), points.Max(point => point.High)));
        Assert.Equal(Drawdown(values), points.Max(point => point.Drawdown));
        Assert.Equal(points.Select(point => point.Time).Order().Distinct(), points.Select(point => point.Time));
    }

    [Fact]
    public void What_was_there_all_the_time_lifts_what_was_written_before()
    {
        var series = new SeriesBuilder(Start);
        series.Add(Scene.At(0), 100m);
        series.Add(Scene.At(1_000), 90m);

        series.Raise(by: 100m);
        series.Add(Scene.At(2_000), 195m);

        Assert.Equal(
            [(200m, 0m), (190m, 0.05m), (195m, 0.025m)],
            series.Build().Points.Select(point => (point.Last, point.Drawdown)));
    }

    [Fact]
    public void A_step_without_values_is_not_there()
    {
        var series = new SeriesBuilder(Start);
        series.Add(Scene.At(0), 1m);
        series.Add(Scene.At(5_000), 2m);

        Assert.Equal([Scene.At(0), Scene.At(5_000)], series.Build().Points.Select(point => point.Time));
    }

    private static IEnumerable<decimal> Walk(int count)
    {
        var dice = new Dice(3);
        var value = 10_000m;
        for (var i = 0; i < count; i++)
        {
            yield return value += dice.Next(201) - 100m;
        }
    }

    private static decimal Drawdown(decimal[] values)
    {
        var (peak, deepest) = (values[0], 0m);
        foreach (var value in values)
        {
            peak = Math.Max(peak, value);
            deepest = Math.Max(deepest, (peak - value) / peak);
        }

        return deepest;
    }
}
