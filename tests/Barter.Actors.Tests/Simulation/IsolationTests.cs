using Barter.Actors.Tests.Worlds;
using static Barter.Actors.Tests.Simulation.SimulatedSession;

namespace Barter.Actors.Tests.Simulation;

/// <summary>What one session does to itself no other notices: each does what it does alone, to the byte.</summary>
[Trait("Category", "Integration")]
public sealed class IsolationTests
{
    private const int Count = 100;
    private const int Poisoned = 50;

    public enum Cause
    {
        Strategy,
        Core,
        Desk,
    }

    [Theory]
    [InlineData(true, Cause.Strategy, Cause.Core)]
    [InlineData(false, Cause.Strategy, Cause.Core, Cause.Desk)]
    public void One_of_a_hundred_sessions_is_poisoned_and_the_others_do_what_they_do_alone(
        bool isHistory, params Cause[] causes)
    {
        var alone = new string[Count];
        for (var at = 0; at < Count; at++)
        {
            Run(session => LiveAsync(session, isHistory, at, digest => alone[at] = digest), seed: at);
        }

        Assert.Equal(Count, alone.Distinct().Count());
        foreach (var cause in causes)
        {
            var together = Together(isHistory, cause);
            Assert.Equal(alone.Where((_, at) => at != Poisoned), together.Where((_, at) => at != Poisoned));
        }
    }

    private static string[] Together(bool isHistory, Cause cause)
    {
        var together = new string[Count];
        var reason = "";
        Run(
            async session =>
            {
                var all = Enumerable.Range(0, Count).Where(at => at != Poisoned)
                    .Select(at => LiveAsync(session, isHistory, at, digest => together[at] = digest)).ToList();
                all.Add(PoisonAsync(session, isHistory, cause, told => reason = told));
                await Task.WhenAll(all);
            },
            simulation => simulation
                .At($"/user/barter/s{Poisoned}/execution-*/execution-*")
                .Crash(cause == Cause.Desk ? 0.5 : 0),
            settings: "barter.session.start-timeout = 1h",
            seed: 7);

        Assert.NotEmpty(reason);
        return together;
    }

    private static async Task LiveAsync(SimulatedSession session, bool isHistory, int at, Action<string> tell)
    {
        await using var handle = await session.StartAsync(OptionsOf(session, isHistory, at));
        await handle.MarketEnded;
        await session.DelayAsync(60);
        tell((await handle.ShutdownWithSummaryAsync()).AuditDigest);
    }

    private static async Task PoisonAsync(SimulatedSession session, bool isHistory, Cause cause, Action<string> tell)
    {
        try
        {
            await using var handle = await session.StartAsync(OptionsOf(session, isHistory, Poisoned) with
            {
                Strategy = () => new Trader(1, cause == Cause.Strategy ? 5 : int.MaxValue),
            });
            if (cause == Cause.Strategy)
            {
                await handle.MarketEnded;
                tell($"{(await handle.GetStateAsync()).Trading}");
                return;
            }

            if (cause == Cause.Core)
            {
                await Assert.ThrowsAsync<SystemNotRunningException>(() => handle.FeedEventsAsync(Poison.Fills));
            }

            tell((await handle.Terminated).Message);
        }
        catch (SystemNotRunningException halted) when (cause == Cause.Desk)
        {
            tell(halted.Message);
        }
    }

    private static TradingSystemOptions OptionsOf(SimulatedSession session, bool isHistory, int at)
    {
        var source = Markets.Walk(Catalog, at, 40, TimeSpan.FromMilliseconds(400));
        return session.Options with
        {
            Session = $"s{at}",
            Strategy = () => new Trader(at),
            Market = isHistory ? MarketFeed.Replayed(source) : MarketFeed.Paced(source),
        };
    }
}
