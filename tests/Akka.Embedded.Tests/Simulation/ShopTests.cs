using Xunit.Abstractions;

namespace Akka.Simulation;

public sealed class ShopTests(ITestOutputHelper output)
{
    [Fact]
    public void Parcels_arrive_once_and_in_order_whatever_happens_on_the_way() => Walk(500);

    [Fact]
    [Trait("Category", "Slow")]
    public void Parcels_arrive_once_and_in_order_whatever_happens_ten_thousand_times() => Walk(10_000);

    [Fact]
    public void A_planted_bug_is_found_and_its_seed_finds_it_again()
    {
        var (seed, first) = FirstFailure();
        var again = Assert.Throws<SimulationFailedException>(() => Shop.Run(seed, isBuggy: true));

        output.WriteLine(first.Message);
        Assert.Equal(first.Message, again.Message);
        Assert.Equal("the invariant 'every parcel is booked once, in order' does not hold", first.Reason);
        Assert.StartsWith($"seed {seed}: ", first.Message, StringComparison.Ordinal);
        Assert.Contains("/user/shop/producer -> /user/shop/consumer: Parcel", first.Message, StringComparison.Ordinal);
        Assert.Contains("are enough", first.Message, StringComparison.Ordinal);
        Assert.Equal(64, Shop.Run(seed).Digest.Length);
    }

    private static (long Seed, SimulationFailedException Failure) FirstFailure()
    {
        for (var seed = 0L; seed < 1_000; seed++)
        {
            if (Record.Exception(() => Shop.Run(seed, isBuggy: true)) is SimulationFailedException failure)
            {
                return (seed, failure);
            }
        }

        throw new InvalidOperationException("no seed found the bug");
    }

    private void Walk(int count)
    {
        var start = long.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var given) ? given : 0;
        output.WriteLine($"seeds {start} to {start + count - 1}");
        var faults = 0L;
        var steps = 0L;
        for (var seed = start; seed < start + count; seed++)
        {
            var result = Shop.Run(seed);
            (faults, steps) = (faults + result.Faults, steps + result.Steps);
        }

        output.WriteLine($"{steps} steps, {faults} faults");
        Assert.True(faults > count, "the way was reliable");
    }
}
