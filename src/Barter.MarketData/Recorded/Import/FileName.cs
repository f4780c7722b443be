using System.Text.RegularExpressions;
using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>What the name of a file says about what is in it.</summary>
/// <param name="Symbol">What it calls the instrument; none where it does not say.</param>
/// <param name="Date">The day of its rows; none where it does not say.</param>
/// <param name="BarLength">How long its bars are; none where it does not say.</param>
/// <param name="Format">Which format is named so; none where it could be any.</param>
internal sealed partial record FileName(string? Symbol, Timestamp? Date, TimeSpan? BarLength, CsvSource? Format)
{
    /// <summary>Reads the name of a file and that of the file in it, where it is a zip archive.</summary>
    public static FileName Read(string file, string entry)
    {
        if (LeanEntry().Match(entry) is { Success: true } lean)
        {
            return new FileName(
                lean.Groups["symbol"].Value, DateOf(lean.Groups["date"].Value),
                lean.Groups["step"].Value switch
                {
                    "minute" => TimeSpan.FromMinutes(1),
                    "second" => TimeSpan.FromSeconds(1),
                    _ => null,
                },
                (lean.Groups["step"].Value, lean.Groups["kind"].Value) switch
                {
                    ("tick", "trade") => CsvSources.LeanTrades,
                    ("tick", _) => CsvSources.LeanQuotes,
                    (_, "trade") => CsvSources.LeanBars,
                    _ => CsvSources.LeanQuoteBars,
                });
        }

        if (LeanArchive().Match(file) is { Success: true } archive)
        {
            var symbol = archive.Groups["symbol"].Value;
            return new FileName(
                symbol.Length > 0 ? symbol : null, DateOf(archive.Groups["date"].Value), null,
                archive.Groups["kind"].Value is "trade" ? CsvSources.LeanBars : CsvSources.LeanQuoteBars);
        }

        return Dump().Match(entry) is { Success: true } dump
            ? new FileName(
                dump.Groups["symbol"].Value, null, null,
                dump.Groups["kind"].Value switch
                {
                    "trades" => CsvSources.BinanceTrades,
                    "aggTrades" => CsvSources.BinanceAggTrades,
                    "bookTicker" => CsvSources.BinanceBookTicker,
                    _ => CsvSources.BinanceKlines,
                })
            : new FileName(null, null, null, null);
    }

    // 20250102_btcusdt_minute_trade.csv
    [GeneratedRegex(
        @"^(?<date>\d{8})_(?<symbol>[a-z0-9]+)_(?<step>tick|second|minute)_(?<kind>trade|quote)\.csv$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LeanEntry();

    // 20250102_trade.zip, or btcusdt_trade.zip for hours and days
    [GeneratedRegex(
        @"^((?<date>\d{8})|(?<symbol>[a-z0-9]+))_(?<kind>trade|quote)\.zip$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LeanArchive();

    // BTCUSDT-trades-2025-01-02.csv, BTCUSDT-1m-2025-01.csv, BTCUSDT_250328-aggTrades-2025-01.csv
    [GeneratedRegex(
        @"^(?<symbol>[A-Z0-9_]+)-(?<kind>trades|aggTrades|bookTicker|\d{1,2}(s|m|h|d|w|mo))-\d{4}-\d{2}(-\d{2})?\.",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Dump();

    private static Timestamp? DateOf(string digits) =>
        digits.Length == 8
        && Timestamp.TryParse($"{digits[..4]}-{digits[4..6]}-{digits[6..]}T00:00:00Z", out var date)
            ? date
            : null;
}
