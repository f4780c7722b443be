using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Barter.Cli.Tests;

/// <summary>The page as a browser sees it, on machines that have one.</summary>
[Trait("Category", "Slow")]
public sealed partial class BrowserTests
{
    private const string Chromium = "/usr/bin/chromium";

    [Theory]
    [InlineData("the day of the readme", "day.json.gz", "ema-cross", 10)]
    [InlineData("a minute without trades", "short.jsonl", "none", 2)]
    public async Task A_page_opens_without_complaints_and_with_its_charts(
        string what, string market, string strategy, int chartsMin)
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        using var folder = new TempFolder();
        var page = folder.File("page.html");
        var ran = await Ran.Barter(
            "backtest", "--config", Given.Config, "--market-data", Given.InData($"markets/{market}"),
            "--strategy", strategy, "--report", page);
        Assert.Equal(ExitCode.Done, ran.Code);

        var (seen, log) = await Open(page, folder.File("profile"));

        Assert.DoesNotContain("CONSOLE", log, StringComparison.Ordinal);
        Assert.Contains("<footer>", seen, StringComparison.Ordinal);
        var charts = Chart().Matches(seen).Select(match => match.Value).ToArray();
        Assert.True(charts.Length >= chartsMin, $"{what}: {charts.Length} charts");
        Assert.All(charts, chart => Assert.Matches("class=\"(line|fall|price|bar|bar loss)\"", chart));
    }

    /// <summary>Gives the document after the browser has read it, and what the browser said.</summary>
    private static async Task<(string Document, string Log)> Open(string page, string profile)
    {
        string[] args =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run", $"--user-data-dir={profile}",
            "--enable-logging=stderr", "--dump-dom", new Uri(page).AbsoluteUri,
        ];
        using var process = Process.Start(new ProcessStartInfo(Chromium, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            var document = process.StandardOutput.ReadToEndAsync(patience.Token);
            var log = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (await document, await log);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Chart();
}
