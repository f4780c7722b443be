using System.Text;
using Barter.Configuration;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Statistics;

namespace Barter.Backtest.Tests;

/// <summary>Runs over the data of the repository give the bytes that are kept in data/golden.</summary>
/// <remarks>BARTER_GOLDEN=write in the environment writes the files anew; read the difference first.</remarks>
public sealed class GoldenTests
{
    private static readonly string Data = Path.Combine(Root(), "data");

    [Theory]
    [InlineData("day-ema-cross", "day.json.gz", "ema-cross", "1h")]
    [InlineData("day-quoter", "day.json.gz", "quoter", "daily", "spread_bps=6", "rest=30")]
    [InlineData("reconnects-buy-and-hold", "reconnects.json", "buy-and-hold", "annual_365", "notional=500")]
    [InlineData("short-none", "short.jsonl", "none", "daily")]
    public void A_run_gives_the_summary_that_is_kept(
        string name, string market, string strategy, string interval, params string[] parameters)
    {
        var constant = Constant(market, interval);

        var result = Backtester.Run(constant, Run(name, strategy, parameters));

        Compare($"{name}.json", BacktestJson.Write(result, indented: true));
    }

    [Fact]
    public void A_run_gives_the_audit_that_is_kept()
    {
        var ticks = new StringBuilder();
        var shared = Constant("reconnects.json", "daily");
        var constant = new BacktestArgsConstant(shared.Config, shared.MarketData)
        {
            OnStep = (_, cause, step) => ticks.Append(AuditJson.ToJson(step.ToTick(cause))).Append('\n'),
        };

        Backtester.Run(constant, Run("audit", "buy-and-hold", ["notional=500"]));

        Compare("reconnects-audit.jsonl", ticks.ToString());
    }

    private static BacktestArgsConstant Constant(string market, string interval)
    {
        var config = SystemConfig.Load(Path.Combine(Data, "config", "spot.json"));
        var source = new RecordedMarketData(Path.Combine(Data, "markets", market), config.BuildCatalog());
        return new BacktestArgsConstant(config, source, ReturnInterval.Parse(interval));
    }

    private static BacktestArgsDynamic Run(string id, string strategy, string[] parameters) =>
        new(id, 0.05m, () => ShippedStrategies.Create(strategy, parameters));

    private static void Compare(string file, string actual)
    {
        var path = Path.Combine(Data, "golden", file);
        if (Environment.GetEnvironmentVariable("BARTER_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Barter.Actors.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
