using Barter.Actors.Tests.ScenarioTables;
using Xunit.Abstractions;

namespace Barter.Actors.Tests.Simulation;

/// <summary>
/// Two shells over one core in virtual time: whatever order a seed draws, the digest is that of the loop.
/// </summary>
[Trait("Category", "Integration")]
public sealed class ScenarioTableSimulationTests(ITestOutputHelper output)
{
    private const int SeedCount = 20;

    public static TheoryData<string> Files => TableFiles.Names();

    [Theory]
    [MemberData(nameof(Files))]
    public void Whatever_order_is_drawn_the_actors_do_what_the_loop_does(string file)
    {
        var first = long.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var given) ? given : 0;
        output.WriteLine($"seeds {first} to {first + SeedCount - 1}");
        var table = TableFiles.Read(file);
        var loop = TableRun.InTheLoop(table);

        for (var seed = first; seed < first + SeedCount; seed++)
        {
            TableRun? actors = null;
            Akka.Simulation.Simulation.Run(seed, _ => { }, async simulation => actors = await TableRun.AmongActors(
                table, new TradingSystemOptions { ActorSystem = simulation.System, Time = simulation.Time }));

            Assert.Equal((seed, loop.Digest), (seed, actors!.Digest));
            Assert.Equal(loop.Answers, actors.Answers);
        }
    }
}
