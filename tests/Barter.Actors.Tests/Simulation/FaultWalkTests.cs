using System.Diagnostics;
using Xunit.Abstractions;

namespace Barter.Actors.Tests.Simulation;

[Trait("Category", "Integration")]
public sealed class FaultWalkTests(ITestOutputHelper output)
{
    [Fact]
    public void Nothing_is_lost_or_doubled_whatever_fails() => Walk(200);

    [Fact]
    [Trait("Category", "Slow")]
    public void Nothing_is_lost_or_doubled_whatever_fails_ten_thousand_times() => Walk(10_000);

    private void Walk(int count)
    {
        var start = long.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var given) ? given : 0;
        output.WriteLine($"seeds {start} to {start + count - 1}");
        var clock = Stopwatch.StartNew();
        var outcomes = new FaultWorld.Outcome[count];
        for (var at = 0; at < count; at++)
        {
            outcomes[at] = FaultWorld.Run(start + at);
            if (at % 10 == 0)
            {
                var again = FaultWorld.Run(start + at);
                Assert.Equal((outcomes[at].Digest, outcomes[at].Result), (again.Digest, again.Result));
            }
        }

        output.WriteLine(
            $"{outcomes.Sum(row => row.Ledgers.Orders)} orders, {outcomes.Sum(row => row.Ledgers.Fills)} fills, "
            + $"{outcomes.Sum(row => row.Result.Faults)} faults, "
            + $"{outcomes.Sum(row => row.Ledgers.LinksLost)} links lost, "
            + $"{outcomes.Sum(row => row.Ledgers.Faulted)} strategies or policies that threw, "
            + $"{outcomes.Sum(row => row.Result.Steps)} steps, {clock.Elapsed.TotalSeconds:F1} s");
        foreach (var group in outcomes.GroupBy(row => (row.Ending, row.Reason.Message)).OrderBy(group => group.Key))
        {
            output.WriteLine($"{group.Count(),6} {group.Key.Ending}: {group.Key.Message}");
        }

        Assert.True(outcomes.Sum(row => row.Result.Faults) > count, "the way was reliable");
        Assert.True(outcomes.Sum(row => row.Ledgers.Fills) > count, "nothing was traded");
        Assert.True(outcomes.Count(row => row is
        {
            Ending: FaultWorld.Ending.Settled, Reason.Kind: TerminationKind.Halted,
        }) < count / 10, "too many sessions halted to say anything");
    }
}
