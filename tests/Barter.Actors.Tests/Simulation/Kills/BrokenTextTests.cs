using Barter.Actors.Tests.Worlds;
using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Journal;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>Half a surrogate pair is no text, and no reason to halt.</summary>
[Trait("Category", "Integration")]
public sealed class BrokenTextTests
{
    private const string Broken = "\ud800soon";

    private readonly MemoryDisk _disk = new();

    [Fact]
    public void A_timer_is_told_by_the_name_that_its_journal_has_and_once()
    {
        var (told, after) = (new Sleeper(), new Sleeper());
        RunWith(told);
        RunWith(after);
        var replay = JournalReplay.Run(_disk, new ReplayOptions { Strategy = _ => new Sleeper() });

        Assert.Equal(["\ufffdsoon"], told.Heard);
        Assert.Equal(told.Heard, after.Heard);
        Assert.True(replay.IsIdentical);
    }

    [Fact]
    public void A_reason_that_is_no_text_is_kept_as_far_as_it_is_one()
    {
        SimulatedSession.Run(async session =>
        {
            var whole = Markets.Walk(SimulatedSession.Catalog, 5, 10, TimeSpan.FromMilliseconds(200), lost: 0);
            await using var handle = await session.StartAsync(
                OptionsOf(session) with { Market = MarketFeed.Paced(new Torn(whole)) });
            Assert.Equal(TerminationKind.Halted, (await handle.Terminated).Kind);
        });

        var reason = JournalFile.Verify(_disk).EndedReason;
        Assert.StartsWith("Halted: ", reason, StringComparison.Ordinal);
        Assert.Contains("\ufffdsoon", reason, StringComparison.Ordinal);
    }

    private void RunWith(Sleeper sleeper) => SimulatedSession.Run(async session =>
    {
        await using var handle = await session.StartAsync(
            OptionsOf(session) with { Strategy = () => sleeper, TradingEnabled = true });
        await handle.FeedEventsAsync([new EngineEvent.TradingStateUpdate(TradingState.Enabled)]);
        await session.DelayAsync(20);
        await handle.ShutdownAsync();
    });

    private TradingSystemOptions OptionsOf(SimulatedSession session) =>
        session.Options with { Journal = new JournalSettings(_ => _disk, "memory") };

    /// <summary>Can be opened once, which is done to find its start.</summary>
    private sealed class Torn(IMarketDataSource whole) : IMarketDataSource
    {
        private bool _isTorn;

        public string Name => "torn";

        public IMarketDataStream Open()
        {
            if (_isTorn)
            {
                throw new MarketDataException(Name, 1, Broken);
            }

            _isTorn = true;
            return whole.Open();
        }
    }

    /// <summary>Wants to be woken once.</summary>
    private sealed class Sleeper : IStrategy
    {
        private bool _isSet;

        public StrategyId Id { get; } = new("sleeper");

        public List<string> Heard { get; } = [];

        public void Decide(EngineState state, OrderBatch orders)
        {
            if (!_isSet)
            {
                _isSet = true;
                orders.WakeAt(state.Time + TimeSpan.FromSeconds(5), Broken);
            }
        }

        public void Wake(EngineEvent.TimerElapsed timer, EngineState state) => Heard.Add(timer.Name);
    }
}
