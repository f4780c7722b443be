using System.Diagnostics;
using Akka.Configuration;
using Barter.Actors;
using Barter.Benchmarks.Actors;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.Journal;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Benchmarks.Restarts;

/// <summary><c>restart</c>: how long a session of a million events takes from its start to being ready.</summary>
internal static class RestartVerb
{
    private const int Events = 1_000_000;
    private const int Rounds = 3;

    /// <summary>
    /// Both are what users are promised, on two cores; the program ends with 1 where it is not kept. What counts is the
    /// processor time, so that nobody else's work is held against it.
    /// </summary>
    private const double EventsMin = 200_000;
    private const int Cores = 2;
    private static readonly TimeSpan ReadyMax = TimeSpan.FromSeconds(2);

    private static readonly Timestamp Start = Timestamp.Parse("2025-06-02T00:00:00Z");

    public static async Task<int> Run(string[] args)
    {
        if (args.Length != 1)
        {
            Console.Error.WriteLine(
                """
                usage: restart CONFIG
                example: dotnet run -c Release --project tests/Barter.Benchmarks -- restart data/config/spot.json
                """);
            return 2;
        }

        var config = SystemConfig.Load(args[0]);
        var place = Path.Combine(Path.GetTempPath(), $"barter-restart-{Environment.ProcessId}");
        try
        {
            var isKept = true;
            foreach (var every in new[] { 0, 250_000 })
            {
                isKept &= await MeasureAsync(config, Path.Combine(place, $"{every}"), every);
            }

            return isKept ? 0 : 1;
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(SystemConfig config, string place, int snapshotEvery)
    {
        var market = new InMemoryMarketData(Walk(config.BuildCatalog()));
        var options = new TradingSystemOptions
        {
            Session = "restart",
            Strategy = () => ShippedStrategies.Create("ema-cross", []),
            Market = MarketFeed.Paced(market, 1_000_000),
            Journal = JournalSettings.At(place) with
            {
                SnapshotEvery = snapshotEvery,
                Flush = FlushPolicy.EveryIntent,
            },
            Settings = ConfigurationFactory.ParseString(ActorsVerb.Quiet),
        };
        var isKept = true;
        var (clock, before) = (Stopwatch.StartNew(), Used());
        await using (var first = await TradingSystem.StartAsync(config, options))
        {
            await first.MarketEnded;
            var rate = Events / clock.Elapsed.TotalSeconds;
            isKept &= Events / (Used() - before).TotalSeconds >= EventsMin / Cores;
            Console.WriteLine(string.Create(
                null,
                $"journal on, flush per intent: {rate:N0} market events/s, of at least {EventsMin:N0} "
                + $"(snapshot every {snapshotEvery:N0})"));
            await first.AbortAsync();
        }

        for (var round = 0; round < Rounds; round++)
        {
            before = Used();
            clock.Restart();
            await using var again = await TradingSystem.StartAsync(config, options);
            var ready = clock.Elapsed;
            isKept &= Used() - before <= ReadyMax;
            Console.WriteLine(string.Create(
                null,
                $"ready after {ready.TotalMilliseconds:N0} ms, of at most {ReadyMax.TotalMilliseconds:N0}: "
                + $"{again.Recovery!.Entries:N0} entries, {again.Recovery.Orders} orders, "
                + $"snapshot every {snapshotEvery:N0}"));
            await again.AbortAsync();
        }

        return isKept;
    }

    private static TimeSpan Used() => Environment.CpuUsage.TotalTime;

    private static IEnumerable<MarketEvent> Walk(InstrumentCatalog catalog)
    {
        var random = new Random(1);
        var price = 100m;
        for (var at = 0; at < Events; at++)
        {
            var now = Start + TimeSpan.FromMilliseconds(at);
            var instrument = catalog.Instruments[at % catalog.Instruments.Count];
            price = Math.Clamp(price + (random.Next(-5, 6) / 100m), 50m, 200m);
            yield return MarketEvent.OfTrade(
                instrument.ExchangeId, instrument.Index, now, now, at, price, 1m + random.Next(5), Side.Buy);
        }
    }
}
