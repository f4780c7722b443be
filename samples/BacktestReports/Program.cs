// Runs a strategy over a recorded day once, compares how it went by day and by year, and keeps a report of each.
// Usage: BacktestReports [folder for the reports] [configuration] [market data], from the root of the repository.

using Barter.Backtest;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

var folder = args.ElementAtOrDefault(0) ?? "artifacts/reports";
var configPath = args.ElementAtOrDefault(1) ?? "data/config/spot.json";
var dataPath = args.ElementAtOrDefault(2) ?? "data/markets/day.json.gz";

Console.WriteLine("=== Backtest reports ===");
var config = await SystemConfig.LoadAsync(configPath);
Console.WriteLine($"Loaded system configuration: {config}");

// What all runs share. One day has one daily return, too few for a ratio, so returns are taken by the hour
var constant = new BacktestArgsConstant(
    config,
    new RecordedMarketData(dataPath, config.BuildCatalog()),
    ReturnInterval.Duration(TimeSpan.FromHours(1)));

// What is particular to one run
var dynamic = new BacktestArgsDynamic(
    "reports", config.RiskFreeReturn ?? 0.05m, () => ShippedStrategies.Create("ema-cross", []));
var result = await Backtester.RunAsync(constant, dynamic);
Console.WriteLine(
    $"{result.Strategy}: {result.Counts.MarketEvents} market events, {result.Counts.Fills} fills, "
    + $"audit digest {result.AuditDigest[..12]}");

Console.WriteLine();
Console.WriteLine("=== Comparison ===");
(string Name, ReturnInterval Interval)[] reports =
[
    ("daily", ReturnInterval.Daily),
    ("annual_252", ReturnInterval.Annual252),
    ("annual_365", ReturnInterval.Annual365),
];
Directory.CreateDirectory(folder);
foreach (var (name, interval) in reports)
{
    // One run can be stated in any interval; the report says why something has no value
    var summary = result.Summarise(interval);
    foreach (var (instrument, sheet) in summary.Instruments)
    {
        Console.WriteLine(
            $"{name,-10} {instrument}: pnl {Short(sheet.Pnl)}, return {Short(sheet.PnlReturn.Value)}, "
            + $"Sharpe {Short(sheet.SharpeRatio.Value)}, deepest drawdown {Short(sheet.PnlDrawdownMax?.Value)}");
    }

    await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), summary.ToJson(indented: true) + "\n");
}

Console.WriteLine($"{reports.Length} results saved in {folder}");

static string Short(decimal? value) => value is { } known ? DecimalText.Format(decimal.Round(known, 4)) : "n/a";
