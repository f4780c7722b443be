using Akka.Actor;
using Akka.Configuration;
using Akka.Simulation;
using Barter.Actors.Journal;
using Barter.Actors.Settings;
using Barter.Actors.Tests.Worlds;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Journal;
using Barter.Model;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>One session that is killed and started again, on a disk and against an exchange that outlive it.</summary>
/// <param name="seed">Decides everything.</param>
/// <param name="events">How many events its market has.</param>
/// <param name="loss">How often a message to or from the exchange is lost, and doubled, delayed, held back.</param>
/// <param name="hasSnapshots">Whether its state is kept as well now and then, and a restart begins with that.</param>
internal sealed class KillWorld(int seed, int events = 40, double loss = 0, bool hasSnapshots = false) : IDisposable
{
    private const int SnapshotEvery = 9;
    private const int TriesMax = 300;

    private const string Desk = "/user/barter/s/execution-*/execution-*";
    private const string Exchange = "/user/barter/s/exchange-*";

    private readonly MemoryDisk _disk = new();
    private readonly Random _draw = new(seed);
    private readonly DirectoryInfo? _folder =
        hasSnapshots ? Directory.CreateTempSubdirectory("barter-kills-") : null;

    private SessionCatalog? _catalog;
    private long _steps;
    private TimeSpan _lived;

    public Venue Venue { get; } = new();

    /// <summary>Simulated steps of all lives, and operations of the disk.</summary>
    public (long Steps, long Operations) Length => (_steps, _disk.Operations);

    /// <summary>How many lives began with a snapshot.</summary>
    public int Restored { get; private set; }

    public void Dispose()
    {
        _catalog?.Dispose();
        _folder?.Delete(recursive: true);
    }

    /// <summary>Runs a life of the session until it is over or killed, and lets the disk forget what it may.</summary>
    /// <param name="killAtStep">The step after which everything stops; none for never.</param>
    /// <param name="killAtOperation">The operation of the disk that does not happen; none for never.</param>
    /// <returns>The state at the end as text; none where it was killed.</returns>
    public string? Live(long? killAtStep = null, long? killAtOperation = null)
    {
        string? end = null;
        if (killAtOperation is { } fails)
        {
            _disk.FailAt(fails, _draw.Next(200));
        }

        var result = Akka.Simulation.Simulation.Run(
            seed + _steps,
            simulation =>
            {
                var steps = 0L;
                simulation.Invariant("it lives", () =>
                {
                    if (++steps > killAtStep || _disk.Operations > killAtOperation)
                    {
                        simulation.Stop();
                    }

                    return true;
                });
                foreach (var (from, to) in new[] { (Desk, Exchange), (Exchange, Desk) })
                {
                    simulation.Between(from, to)
                        .Drop(loss)
                        .Duplicate(loss)
                        .Delay(loss, TimeSpan.Zero, TimeSpan.FromSeconds(8))
                        .Reorder(loss);
                }

                return simulation;
            },
            async (simulation, _) => end = await LiveAsync(simulation),
            new SimulationOptions { Start = Markets.Start + _lived, StepsMax = 100_000, ShrinkRunsMax = 0 });
        _steps += result.Steps;
        _lived += result.Elapsed;
        if (result.Ending == SimulationEnding.Stopped)
        {
            end = null;
        }

        _disk.Crash(_draw.Next(3) == 0 ? int.MaxValue : _draw.Next(400));
        DemandIntended();
        return end;
    }

    /// <summary>The state that the journal gives from its beginning.</summary>
    public string Replayed()
    {
        var options = OptionsOf(simulation: null);
        var replay = new SessionReplay(new SessionPlan(
            SimulatedSession.Config, options, SessionSettings.Of(ConfigurationFactory.Empty)));
        JournalFile.Read(_disk, replay);
        return StateDigest.Describe(replay.Core.State);
    }

    /// <summary>What the exchange has, the journal has.</summary>
    private void DemandIntended()
    {
        var intended = new IntentReader();
        JournalFile.Read(_disk, intended);
        Assert.All(Venue.Orders, id => Assert.Contains(id, intended.Opens));
        Assert.Equal(intended.Opens.Count, intended.Opens.Distinct().Count());
    }

    private async Task<string> LiveAsync(Akka.Simulation.Simulation simulation)
    {
        var options = OptionsOf(simulation);
        await using var handle = await TradingSystem.StartAsync(SimulatedSession.Config, options);
        Restored += handle.Recovery is { } from && from.Replayed < from.Entries ? 1 : 0;
        await handle.MarketEnded;
        for (var tries = 0; tries < TriesMax; tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), simulation.Time);
            var now = await handle.GetStateAsync();
            if (Ledgers.AreKnown(now) && Venue.Traded(Planner.Instrument) == Traded(now))
            {
                break;
            }
        }

        var state = await handle.GetStateAsync();
        Ledgers.DemandKnown(state);
        Assert.Equal(Venue.Traded(Planner.Instrument), Traded(state));
        await handle.ShutdownAsync();
        return StateDigest.Describe(state);
    }

    private static decimal Traded(EngineState state) => state[Planner.Instrument].Position?.QuantitySigned ?? 0m;

    private TradingSystemOptions OptionsOf(Akka.Simulation.Simulation? simulation) => new()
    {
        Session = "s",
        ActorSystem = simulation?.System,
        Time = simulation?.Time ?? TimeProvider.System,
        Strategy = () => new Planner(seed),
        Market = MarketFeed.Paced(Markets.Walk(
            SimulatedSession.Catalog, seed, events, TimeSpan.FromMilliseconds(200), lost: 0)),
        Journal = new JournalSettings(_ => _disk, "memory")
        {
            Flush = PolicyOf(seed),
            SnapshotEvery = hasSnapshots ? SnapshotEvery : 0,
            Catalog = hasSnapshots ? _ => OpenCatalog() : null,
        },
        Exchange = _ => Props.Create(() => new VenueActor(Venue, loss > 0 ? () => NowOf(simulation!) : null)),
    };

    /// <summary>One that was killed has closed nothing.</summary>
    private SessionCatalog OpenCatalog()
    {
        _catalog?.Dispose();
        return _catalog = SessionCatalog.Open(_folder!.FullName);
    }

    private static Timestamp NowOf(Akka.Simulation.Simulation simulation) =>
        Timestamp.From(simulation.Time.GetUtcNow());

    private static FlushPolicy PolicyOf(int seed) =>
        seed % 4 == 3 ? FlushPolicy.Every(TimeSpan.FromMilliseconds(10)) : FlushPolicy.EveryIntent;

    private sealed class IntentReader : IJournalReader
    {
        public List<ClientOrderId> Opens { get; } = [];

        public void Market(long number, Timestamp now, in MarketEvent told)
        {
        }

        public void Entry(long number, JournalEntry entry)
        {
            if (entry is JournalEntry.OpenIntended { Request: var open })
            {
                Opens.Add(open.Key.ClientOrderId);
            }
        }
    }
}
