using Akka.Actor;
using Akka.Configuration;
using Akka.Simulation;
using Barter.Actors.Execution;
using Barter.Actors.Tests.Worlds;
using Barter.Configuration;
using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Actors.Tests.Simulation;

/// <summary>One session in virtual time, and the few things that tests do to it.</summary>
internal sealed class SimulatedSession
{
    public const string Root = "/user/barter/s";
    public const string Desk = $"{Root}/execution-*/execution-*";
    public const string Exchange = $"{Root}/exchange-binance_spot";
    public const string Feed = $"{Root}/market-data/market-data";

    public static readonly SystemConfig Config = SystemConfig.Load(Repository.File("data/config/spot.json"));

    public static readonly InstrumentCatalog Catalog = Config.BuildCatalog();

    private int _ids;

    private SimulatedSession(Akka.Simulation.Simulation simulation) => Simulation = simulation;

    public Akka.Simulation.Simulation Simulation { get; }

    public TradingSystemOptions Options => new()
    {
        Session = "s",
        ActorSystem = Simulation.System,
        Time = Simulation.Time,
        Audit = true,
    };

    public static SimulationResult Run(
        Func<SimulatedSession, Task> script, Action<Akka.Simulation.Simulation>? faults = null, string settings = "",
        long seed = 1) => Akka.Simulation.Simulation.Run(
        seed,
        simulation =>
        {
            faults?.Invoke(simulation);
            return new SimulatedSession(simulation);
        },
        (_, session) => script(session),
        new SimulationOptions
        {
            Start = Markets.Start,
            StepsMax = 1_000_000,
            Config = ConfigurationFactory.ParseString(settings),
        });

    public Task<SystemHandle> StartAsync(TradingSystemOptions? options = null) =>
        TradingSystem.StartAsync(Config, options ?? Options);

    public Task DelayAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), Simulation.Time);

    public async Task CrashAsync(string path) => Simulation.Crash(await RefAsync(path));

    public async Task PauseAsync(string path, double seconds) =>
        Simulation.Pause(await RefAsync(path), TimeSpan.FromSeconds(seconds));

    public Task<IActorRef> RefAsync(string path) =>
        Simulation.System.ActorSelection(path).ResolveOne(TimeSpan.FromHours(1));

    public void BreakLink(double seconds) => Simulation.System.ActorSelection(Exchange).Tell(
        new ExchangeProtocol.Break(TimeSpan.FromSeconds(seconds)));

    public async Task<ExchangeProtocol.Inspected> InspectAsync() => await Simulation.System
        .ActorSelection(Exchange).Ask<ExchangeProtocol.Inspected>(new ExchangeProtocol.Inspect());

    public OrderRequestOpen Limit(Side side = Side.Buy, decimal price = 50m, decimal quantity = 1m) =>
        OrderRequestOpen.Limit(
            new OrderKey(
                new ExchangeIndex(0), new InstrumentIndex(0), new StrategyId("user"), new ClientOrderId($"c{++_ids}")),
            side, price, quantity);

    public static List<AuditEvent.Processed> Read(AuditSubscription audit)
    {
        var read = new List<AuditEvent.Processed>();
        while (audit.Ticks.TryRead(out var tick))
        {
            read.Add((AuditEvent.Processed)tick.Event);
        }

        return read;
    }
}
