using System.Globalization;
using Barter.Configuration;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;
using Barter.TestKit.Running;

namespace Barter.TestKit;

/// <summary>A market, an exchange that may misbehave, and a strategy between them, in virtual time.</summary>
/// <remarks>
/// Runs the engine against the simulated exchange on the caller's thread, in the order of a backtest; without faults it
/// gives the steps of one. The same scenario, strategy and seed give the same audit. Immutable.
/// </remarks>
public sealed record Scenario
{
    /// <summary>The session of every run, as client order ids have it.</summary>
    internal const string Session = "scenario";

    /// <summary>What is traded and what the account holds; <see cref="SmallWorld"/> where nothing is said.</summary>
    public SystemConfig Config { get; init; } = SmallWorld();

    /// <summary>When the market begins.</summary>
    public Timestamp Start { get; init; } = Timestamp.Parse("2025-06-02T09:00:00Z");

    /// <summary>The time between two market events.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a request may stay without answer until its outcome is called unknown.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after that the exchange is asked, and how long a broken link stays broken.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Makes the risk policy; none enforces the configured limits.</summary>
    public Func<IRiskPolicy>? Risk { get; init; }

    public ValueList<MarketStep> Market { get; init; } = [];

    public ValueList<Fault> Faults { get; init; } = [];

    /// <summary>binance_spot with BTCUSDT and ETHUSDT, and an account of usdt, btc and 10 eth.</summary>
    /// <param name="latency">To the exchange and back; 100 ms where it is left out.</param>
    /// <param name="feesPercent">0.05 is 0.05 %.</param>
    /// <param name="usdt">To begin with.</param>
    /// <param name="btc">To begin with.</param>
    public static SystemConfig SmallWorld(
        TimeSpan? latency = null, decimal feesPercent = 0m, decimal usdt = 10_000m, decimal btc = 1m)
    {
        Instrument[] instruments =
        [
            Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt"),
            Instrument.Spot(ExchangeId.BinanceSpot, "ETHUSDT", "eth", "usdt"),
        ];
        var execution = new SimulatedExecutionConfig(
            ExchangeId.BinanceSpot, latency ?? TimeSpan.FromMilliseconds(100), feesPercent, feesPercent,
            [Holding("usdt", usdt), Holding("btc", btc), Holding("eth", 10m)]);
        return new SystemConfig(instruments.ToValueList(), [execution]);
    }

    /// <summary>
    /// Seeds for a loop: 0, 1, 2 and so on, or only that of the variable BARTER_SEED where it is set.
    /// </summary>
    public static IEnumerable<ulong> Seeds(int count) =>
        ulong.TryParse(
            Environment.GetEnvironmentVariable("BARTER_SEED"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var given)
            ? [given]
            : Enumerable.Range(0, count).Select(seed => (ulong)seed);

    /// <summary>Adds to what the market does.</summary>
    public Scenario Given(params ReadOnlySpan<MarketStep> market) =>
        this with { Market = [.. Market, .. market] };

    /// <summary>Adds to how the exchange misbehaves.</summary>
    public Scenario When(params ReadOnlySpan<Fault> faults) => this with { Faults = [.. Faults, .. faults] };

    /// <summary>Plays the market to its end and until all is answered.</summary>
    /// <param name="strategy">A fresh one.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <exception cref="ScenarioException">
    /// The scenario names what is not there, has no market, or a fault found no occasion to happen.
    /// </exception>
    public ScenarioResult Run(IStrategy strategy, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        var result = new ScenarioRun(this, strategy, seed).Run();
        return result.FaultsMissed.Count == 0
            ? result
            : throw new ScenarioException(
                $"{string.Join(", ", result.FaultsMissed)} found no occasion, so the scenario does not test it: "
                + $"{result.Orders.Count} order(s) were sent\n{result.LastSteps()}");
    }

    public override string ToString() => string.Create(
        null, $"Scenario({Market.Count} market steps, faults {Faults})");

    private static StartingBalance Holding(string asset, decimal total) => new(asset, new Balance(total, total));
}
