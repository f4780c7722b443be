using Akka.Actor;
using Akka.Configuration;
using Akka.Simulation;
using Barter.Actors.Execution;
using Barter.Actors.Tests.Worlds;
using Barter.Configuration;
using Barter.Engine;
using Barter.Engine.Risk;
using Barter.Model;

namespace Barter.Actors.Tests.Simulation;

/// <summary>A session whose every way is unreliable, drawn from a seed; the books must agree all the same.</summary>
internal sealed class FaultWorld
{
    private const string Path = "/user/barter/s";
    private const string Desk = $"{Path}/execution-*/execution-*";
    private const string Exchange = $"{Path}/exchange-*";

    private static readonly SystemConfig Spot = SystemConfig.Load(Repository.File("data/config/spot.json"));

    private readonly Random _draw;
    private readonly List<ActorFaults> _crashes = [];
    private readonly Ledgers _ledgers = new();
    private readonly Ending _ending;
    private Akka.Simulation.Simulation _simulation = null!;
    private string _digest = "";
    private TerminationReason? _reason;
    private bool _isUnreliable = true;

    private FaultWorld(long seed)
    {
        _draw = new Random((int)seed);
        _ending = _draw.Next(10) switch
        {
            < 6 => Ending.Settled,
            < 8 => Ending.Drained,
            8 => Ending.Aborted,
            _ => Ending.Failed,
        };
    }

    public enum Ending
    {
        Settled,
        Drained,
        Aborted,
        Failed,
    }

    public static Outcome Run(long seed)
    {
        FaultWorld? world = null;
        var result = Akka.Simulation.Simulation.Run(
            seed,
            simulation =>
            {
                world = new FaultWorld(seed) { _simulation = simulation };
                world.NameFaults();
                return world;
            },
            static (_, built) => built.LiveAsync(),
            new SimulationOptions
            {
                Start = Markets.Start,
                StepsMax = 200_000,
                ShrinkRunsMax = 20,
                Config = ConfigurationFactory.ParseString("barter.market-data { ahead = 16, batch = 4 }"),
            });
        return new Outcome(world!._ending, world._reason!, world._digest, result, world._ledgers);
    }

    private void NameFaults()
    {
        var (loss, delay) = (_draw.Next(4) * 0.03, TimeSpan.FromMilliseconds(_draw.Next(1, 8_000)));
        foreach (var (from, to) in new[] { (Desk, Exchange), (Exchange, Desk) })
        {
            _simulation.Between(from, to, _ => _isUnreliable)
                .Drop(loss)
                .Duplicate(loss)
                .Delay(loss, TimeSpan.Zero, delay)
                .Reorder(loss);
        }

        if (_draw.Next(2) == 0)
        {
            _crashes.Add(_simulation.At(Desk).Crash(0.004));
            _crashes.Add(_simulation.At($"{Path}/market-data/market-data").Crash(0.004));
        }

        if (_draw.Next(3) == 0)
        {
            _crashes.Add(_simulation.At($"{Path}/engine").Pause(0.02, TimeSpan.Zero, TimeSpan.FromSeconds(3)));
        }
    }

    private async Task LiveAsync()
    {
        var latency = _draw.Next(4) switch { 0 => 0, 1 => 6_000, _ => 100 };
        var config = new SystemConfig(
            Spot.Instruments, Spot.Executions.Select(row => WithLatency(row, latency)).ToValueList());
        var throwsAt = _draw.Next(5) == 0 ? _draw.Next(1, 100) : int.MaxValue;
        var (strategySeed, marketSeed) = (_draw.Next(), _draw.Next());
        var refusesAt = _draw.Next(5) == 0 ? _draw.Next(1, 20) : -1;
        await using var handle = await TradingSystem.StartAsync(config, new TradingSystemOptions
        {
            Session = "s",
            ActorSystem = _simulation.System,
            Time = _simulation.Time,
            Audit = true,
            TradingEnabled = false,
            Strategy = () => new Trader(strategySeed, throwsAt),
            Risk = () => new Moody(refusesAt),
            Market = MarketFeed.Paced(
                Markets.Walk(config.BuildCatalog(), marketSeed, 80, TimeSpan.FromMilliseconds(_draw.Next(50, 800)))),
        });
        try
        {
            var before = await handle.GetStateAsync();
            using var audit = (await handle.TakeAuditAsync())!;
            await handle.SetTradingEnabledAsync(true);
            var breaking = BreakLinksAsync();
            await EndAsync(handle, before, audit);
            await breaking;
        }
        catch (SystemNotRunningException)
        {
            Assert.True(_ending == Ending.Failed || _crashes.Count > 0);
        }

        await handle.DisposeAsync();
        _reason = await handle.Terminated;
        await Assert.ThrowsAsync<SystemNotRunningException>(() => handle.GetStateAsync());
    }

    private async Task EndAsync(SystemHandle handle, EngineState before, AuditSubscription audit)
    {
        switch (_ending)
        {
            case Ending.Settled:
                await SettleAsync(handle, before, audit);
                break;
            case Ending.Drained:
                await DelayAsync(_draw.Next(30_000));
                _digest = (await handle.ShutdownWithSummaryAsync(drain: TimeSpan.FromMinutes(10))).AuditDigest;
                Ledgers.DemandKnown(Replayed(audit));
                break;
            case Ending.Aborted:
                await DelayAsync(_draw.Next(30_000));
                var pending = handle.GetStateAsync();
                await handle.AbortAsync();
                await Record.ExceptionAsync(() => pending);
                break;
            case Ending.Failed:
                await DelayAsync(_draw.Next(30_000));
                var asked = handle.CancelOrdersAsync();
                _simulation.Crash(
                    await _simulation.System.ActorSelection($"{Path}/engine").ResolveOne(TimeSpan.FromHours(1)));
                await handle.Terminated;
                await Record.ExceptionAsync(() => asked);
                await handle.GetStateAsync();
                break;
        }
    }

    private async Task SettleAsync(SystemHandle handle, EngineState before, AuditSubscription audit)
    {
        await handle.MarketEnded;
        _isUnreliable = false;
        _crashes.ForEach(faults => faults.Crash(0).Pause(0, default, default));
        await DelayAsync(120_000);
        await handle.SetTradingEnabledAsync(false);
        var isCancelling = _draw.Next(2) == 0;
        if (isCancelling)
        {
            await handle.CancelOrdersAsync();
        }

        await DelayAsync(120_000);
        var state = await handle.GetStateAsync();
        var inspected = await _simulation.System.ActorSelection(
            $"{Path}/exchange-binance_spot").Ask<ExchangeProtocol.Inspected>(new ExchangeProtocol.Inspect());
        var summary = await handle.ShutdownWithSummaryAsync(drain: TimeSpan.FromSeconds(5));
        _digest = summary.AuditDigest;
        Replayed(audit);
        _ledgers.DemandEqual(before, state, inspected.Exchange);
        Assert.True(inspected.Reports < 50, $"{inspected.Reports} reports are kept");
        if (isCancelling)
        {
            Assert.Empty(inspected.Exchange.Snapshot(Timestamp.MaxValue).Instruments);
        }
    }

    private EngineState Replayed(AuditSubscription audit)
    {
        var replica = audit.NewReplica();
        while (audit.Ticks.TryRead(out var tick))
        {
            replica.Apply(tick);
            _ledgers.Note(tick);
        }

        Assert.True(replica.HasEnded);
        return replica.State;
    }

    private async Task BreakLinksAsync()
    {
        for (var times = _draw.Next(3); times > 0; times--)
        {
            await DelayAsync(_draw.Next(15_000));
            _simulation.System.ActorSelection($"{Path}/exchange-binance_spot").Tell(
                new ExchangeProtocol.Break(TimeSpan.FromMilliseconds(_draw.Next(1, 20_000))));
        }
    }

    private Task DelayAsync(int millis) => Task.Delay(TimeSpan.FromMilliseconds(millis), _simulation.Time);

    private static ExecutionConfig WithLatency(ExecutionConfig row, int millis)
    {
        var mocked = (SimulatedExecutionConfig)row;
        return new SimulatedExecutionConfig(
            mocked.Exchange, TimeSpan.FromMilliseconds(millis), mocked.MakerFeesPercent, mocked.TakerFeesPercent,
            mocked.Balances, mocked.Orders);
    }

    internal sealed record Outcome(
        Ending Ending, TerminationReason Reason, string Digest, SimulationResult Result, Ledgers Ledgers);

    /// <summary>Throws at its nth question; before, it approves of everything.</summary>
    private sealed class Moody(int throwsAt) : IRiskPolicy
    {
        private int _asked;

        public RiskVerdict Check(OrderRequestOpen request, EngineState state) => ++_asked == throwsAt
            ? throw new InvalidOperationException("the risk policy has had enough")
            : RiskVerdict.Approve;
    }
}
