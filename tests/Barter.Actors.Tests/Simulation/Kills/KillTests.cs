using System.Diagnostics;
using Xunit.Abstractions;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>A session is killed at any moment, and nobody who looks at the exchange can tell.</summary>
[Trait("Category", "Integration")]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seeds = 20;

    [Fact]
    public void A_session_that_is_killed_goes_on_as_if_it_had_not_been() => Kill(pointsPerSeed: 10);

    [Fact]
    [Trait("Category", "Slow")]
    public void A_session_that_is_killed_anywhere_goes_on_as_if_it_had_not_been() => Kill(pointsPerSeed: 500);

    private void Kill(int pointsPerSeed)
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var given) ? given : 1;
        var clock = Stopwatch.StartNew();
        var (kills, orders, fills, resent, restored) = (0, 0, 0, 0L, 0);
        for (var seed = first; seed < first + Seeds; seed++)
        {
            // Half of them go on from a snapshot, and must come out as those do that replay it all
            var hasSnapshots = seed % 2 == 0;
            using var whole = new KillWorld(seed, hasSnapshots: hasSnapshots);
            var end = whole.Live();
            Assert.NotNull(end);
            Assert.Equal(end, whole.Replayed());
            var (steps, operations) = whole.Length;
            for (var point = 0; point < pointsPerSeed; point++)
            {
                using var world = new KillWorld(seed, hasSnapshots: hasSnapshots);
                var killed = point % 2 == 0
                    ? world.Live(killAtStep: 1 + (steps * point / pointsPerSeed))
                    : world.Live(killAtOperation: operations * point / pointsPerSeed);
                var after = world.Live();
                if (killed is null)
                {
                    kills++;
                }

                Assert.True(
                    Facts(end) == Facts(after), $"seed {seed}, point {point}:\n{end}\n{after}");
                Assert.Equal(after, world.Replayed());
                Assert.Equal(whole.Venue.Orders, world.Venue.Orders);
                Assert.Equal(whole.Venue.Account.FillsAfter(0), world.Venue.Account.FillsAfter(0));
                orders += world.Venue.Orders.Count();
                fills += world.Venue.Account.FillsAfter(0).Count;
                resent += world.Venue.Account.Resends;
                restored += world.Restored;
            }
        }

        output.WriteLine(
            $"seeds {first} to {first + Seeds - 1}: {kills} kills, {orders} orders ({resent} came again), "
            + $"{fills} fills, {restored} began with a snapshot, 0 differences, {clock.Elapsed.TotalSeconds:F1} s");
        Assert.True(kills > Seeds * pointsPerSeed * 9 / 10, "most lives ended before they were killed");
        Assert.True(restored > kills / 5, "hardly any life began with a snapshot");
        Assert.True(fills > kills && resent > 0, "nothing happened");
    }

    /// <summary>A new link is healthy once something is heard, which after the market's end nothing is.</summary>
    private static string Facts(string? state) => string.Join('\n', state!.Split('\n').Where(
        line => !line.StartsWith("exchange ", StringComparison.Ordinal)).Select(line => line.Split(" links ")[0]));
}
