using System.Diagnostics;
using Barter.Actors.Engine;
using Barter.Actors.Tests.ScenarioTables;
using Barter.Actors.Tests.Worlds;
using Barter.Configuration;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Statistics;
using Xunit.Abstractions;

namespace Barter.Actors.Tests.Snapshots;

/// <summary>Runs that are saved and restored at random moments end as those that are not.</summary>
public sealed class SessionImageWalkTests(ITestOutputHelper output)
{
    private readonly int _seed =
        int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var given) ? given : 20_250_602;

    private readonly SystemConfig _spot = SystemConfig.Load(Repository.File("data/config/spot.json"));

    public static TheoryData<string, string[]> Strategies() => new()
    {
        { "none", [] },
        { "buy-and-hold", ["notional=500"] },
        { "ema-cross", ["fast=3", "slow=8", "notional=50"] },
        { "quoter", ["spread_bps=6", "notional=50", "rest=0"] },
    };

    [Theory]
    [MemberData(nameof(Strategies))]
    public void A_walk_goes_on_as_if_it_had_not_been_saved(string strategy, string[] parameters)
    {
        var traded = 0L;
        for (var at = 0; at < 5; at++)
        {
            var market = Markets.Walk(_spot.BuildCatalog(), _seed + at, 3_000, TimeSpan.FromMinutes(2));
            traded += SaveAndRestore(_spot, market, strategy, parameters, saves: 12, _seed + at);
        }

        Assert.True(strategy == "none" || traded > 0, "nothing was traded, so nothing was shown");
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void A_scenario_goes_on_as_if_it_had_not_been_saved(string strategy, string[] parameters)
    {
        foreach (var file in Directory.GetFiles(Repository.File("data/scenarios"), "*.table"))
        {
            var table = TableFiles.Read(Path.GetFileName(file));
            SaveAndRestore(table.Config(), table.MarketData(), strategy, parameters, saves: 4, _seed);
        }
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    [Trait("Category", "Slow")]
    public void A_day_goes_on_as_if_it_had_not_been_saved(string strategy, string[] parameters)
    {
        var source = new RecordedMarketData(Repository.File("data/markets/day.json.gz"), _spot.BuildCatalog());
        SaveAndRestore(_spot, source, strategy, parameters, saves: 40, _seed);
    }

    /// <summary>Returns how many fills there were.</summary>
    private long SaveAndRestore(
        SystemConfig config, IMarketDataSource market, string strategy, string[] parameters, int saves, int seed)
    {
        var run = new RecordedRun(config, market, () => ShippedStrategies.Create(strategy, parameters));
        var random = new Random(seed);
        var points = Enumerable.Range(0, saves).Select(_ => random.Next(run.Count)).ToHashSet();
        var (alone, saved, restored) =
            (new SessionCore(run.NewPlan()), new SessionCore(run.NewPlan()), new SessionCore(run.NewPlan()));
        var (bytes, time) = (0, TimeSpan.Zero);
        for (var at = 0; at < run.Count; at++)
        {
            if (points.Contains(at))
            {
                var began = Stopwatch.GetTimestamp();
                var image = Save(saved);
                time = Stopwatch.GetElapsedTime(began);
                bytes = Math.Max(bytes, image.Length);
                image = Save(restored);
                restored = Restore(run, image);
                Assert.Equal(image, Save(restored));
            }

            run.Play(alone, at);
            run.Play(saved, at);
            run.Play(restored, at);
        }

        output.WriteLine(
            $"BARTER_SEED={_seed}: {run.Count} events, {points.Count} images of at most {bytes} bytes, "
            + $"the last saved in {time.TotalMilliseconds:F2} ms");
        Assert.Equal(run.Result.AuditDigest, Came(alone).Digest);
        Assert.Equal(Came(alone), Came(saved));
        Assert.Equal(Came(alone), Came(restored));
        return run.Result.Counts.Fills;
    }

    private static (string Digest, string State, string Summary, string Books) Came(SessionCore core)
    {
        var summary = core.Summarise(ReturnInterval.Daily);
        return (
            summary.AuditDigest, StateDigest.Of(core.State), summary.TradingSummary.ToJson(),
            $"{core.Sequence} {summary.Counts} {summary.Orders}");
    }

    private static byte[] Save(SessionCore core)
    {
        Assert.True(core.TrySave(out var image, out var refusal), refusal);
        return image;
    }

    private static SessionCore Restore(RecordedRun run, byte[] image)
    {
        Assert.True(SessionCore.TryRestore(run.NewPlan(), image, out var core, out var refusal), refusal);
        return core;
    }
}
