using System.Diagnostics;
using Xunit.Abstractions;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>
/// The way to the exchange and back loses, delays, doubles and reorders, and half of the sessions are killed as well.
/// </summary>
[Trait("Category", "Integration")]
public sealed class UnreliableExchangeTests(ITestOutputHelper output)
{
    [Fact]
    public void No_order_is_doubled_or_lost_and_every_order_ends_known() => Live(1_000);

    [Fact]
    [Trait("Category", "Slow")]
    public void No_order_is_doubled_or_lost_and_every_order_ends_known_a_hundred_thousand_times() => Live(100_000);

    private void Live(int sessions)
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var given) ? given : 1;
        var clock = Stopwatch.StartNew();
        var (kills, orders, fills, resent) = (0, 0L, 0L, 0L);
        for (var seed = first; seed < first + sessions; seed++)
        {
            using var world = new KillWorld(seed, events: 12, loss: 0.02 * (1 + (seed % 5)));
            try
            {
                if (seed % 2 == 0 && world.Live(killAtStep: 20 + (seed % 97)) is null)
                {
                    kills++;
                }

                Assert.Equal(world.Live(), world.Replayed());
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"BARTER_SEED={seed}: {failure.Message}", failure);
            }

            Assert.Equal(world.Venue.Orders.Count(), world.Venue.Orders.Distinct().Count());
            var filled = world.Venue.Account.FillsAfter(0);
            Assert.All(filled.GroupBy(fill => fill.OrderId), fillsOfOne => Assert.Single(fillsOfOne));
            (orders, fills) = (orders + world.Venue.Orders.Count(), fills + filled.Count);
            resent += world.Venue.Account.Resends;
        }

        output.WriteLine(
            $"seeds {first} to {first + sessions - 1}: {sessions} sessions, {kills} kills, {orders} orders "
            + $"({resent} came again), 0 doubled, {fills} fills, all orders known, {clock.Elapsed.TotalSeconds:F1} s");
        Assert.True(orders > sessions && resent > sessions / 100, "too little happened");
    }
}
