using Akka.Actor;
using Barter.Actors.Tests.Worlds;
using Barter.Configuration;

namespace Barter.Actors.Tests;

/// <summary>The same on real threads: in one actor system, and in as many as there are sessions.</summary>
[Trait("Category", "Integration")]
public sealed class NeighboursTests
{
    private const int Count = 12;
    private const int Poisoned = 5;

    private readonly SystemConfig _config = SystemConfig.Load(Repository.File("data/config/spot.json"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_poisoned_session_does_not_touch_its_neighbours(bool isShared)
    {
        var alone = new List<string>();
        for (var at = 0; at < Count; at++)
        {
            alone.Add(await LiveAsync(at, system: null, isPoisoned: false));
        }

        using var system = isShared ? ActorSystem.Create("shared") : null;
        var together = await Task.WhenAll(
            Enumerable.Range(0, Count).Select(at => LiveAsync(at, system, isPoisoned: at == Poisoned)));

        Assert.Equal("halted", together[Poisoned]);
        Assert.Equal(alone.Where((_, at) => at != Poisoned), together.Where((_, at) => at != Poisoned));
        await (system?.Terminate() ?? Task.CompletedTask);
    }

    private async Task<string> LiveAsync(int at, ActorSystem? system, bool isPoisoned)
    {
        var source = Markets.Walk(_config.BuildCatalog(), at, 500, TimeSpan.FromMilliseconds(100));
        await using var handle = await TradingSystem.StartAsync(_config, new TradingSystemOptions
        {
            Session = $"s{at}",
            ActorSystem = system,
            Strategy = () => new Trader(at),
            Market = MarketFeed.Replayed(source),
        });
        if (isPoisoned)
        {
            var halted = await Assert.ThrowsAsync<SystemNotRunningException>(
                () => handle.FeedEventsAsync(Poison.Fills));
            Assert.Equal(TerminationKind.Halted, halted.Reason.Kind);
            return "halted";
        }

        await handle.MarketEnded;
        return (await handle.ShutdownWithSummaryAsync()).AuditDigest;
    }
}
