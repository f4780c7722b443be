using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Tests;

public sealed class LatencyHistogramTests
{
    private readonly LatencyHistogram _histogram = new();

    [Fact]
    public void Nothing_recorded_is_zero()
    {
        Assert.Equal((0, 0, 0), (_histogram.Count, _histogram.Max, _histogram.Percentile(0.99m)));
    }

    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(0.5, 500)]
    [InlineData(0.9, 900)]
    [InlineData(0.99, 990)]
    [InlineData(0.9991, 1_000)]
    [InlineData(1, 1_000)]
    public void A_percentile_of_small_values_is_exact(double share, long expected)
    {
        for (var value = 1_000; value > 0; value--)
        {
            _histogram.Record(value);
        }

        Assert.Equal(expected, _histogram.Percentile((decimal)share));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_047)]
    [InlineData(2_048)]
    [InlineData(2_049)]
    [InlineData(4_095)]
    [InlineData(4_096)]
    [InlineData(50_001)]
    [InlineData(123_456_789)]
    [InlineData(1L << 40)]
    [InlineData((1L << 40) - 1)]
    [InlineData(1L << 61)]
    public void A_value_is_kept_to_three_digits(long value)
    {
        _histogram.Record(value);
        _histogram.Record(long.MaxValue);

        var kept = _histogram.Percentile(0.5m);

        Assert.InRange(kept, value, value + (value / 1_000));
        Assert.Equal(long.MaxValue, _histogram.Max);
    }

    [Fact]
    public void Every_percentile_is_that_of_the_sorted_values_to_three_digits()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("BARTER_SEED") ?? "7", null);
        var random = new Random(seed);
        var values = Enumerable.Range(0, 10_000).Select(_ => (long)Math.Exp(random.NextDouble() * 30)).ToArray();
        Array.ForEach(values, _histogram.Record);
        Array.Sort(values);

        for (var rank = 1; rank <= values.Length; rank += 7)
        {
            var (exact, kept) = (values[rank - 1], _histogram.Percentile((decimal)rank / values.Length));
            Assert.True(kept >= exact && kept <= exact + (exact / 1_000), $"BARTER_SEED={seed}: {kept} for {exact}");
        }
    }

    [Fact]
    public void What_is_below_zero_counts_as_zero()
    {
        _histogram.Record(-3);

        Assert.Equal((1, 0, 0), (_histogram.Count, _histogram.Max, _histogram.Percentile(1)));
    }

    [Fact]
    public void Two_are_added_as_if_one_had_recorded_all()
    {
        var other = new LatencyHistogram();
        other.Record(1);
        other.Record(5_000);
        _histogram.Record(3);

        _histogram.Add(other);

        Assert.Equal((3, 5_000, 3), (_histogram.Count, _histogram.Max, _histogram.Percentile(0.5m)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(-0.5)]
    public void A_share_that_cannot_be_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _histogram.Percentile((decimal)share));
}
