using Barter.Cli.Terminal;
using Barter.Configuration;
using Barter.MarketData;
using Barter.MarketData.Checking;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary><c>barter data check</c>: what in market data would spoil a backtest.</summary>
internal sealed class DataCheckVerb(CliConsole console)
{
    private const string Text =
        """
        It looks for error items, times that go back, silences, trades and quotes that
        are repeated, books that are crossed or locked, and sizes of nothing.
        Exit code 0 means that there are none, 1 that there are some.

        Example:
          barter data check --config data/config/spot.json \
            --market-data data/markets/day.json.gz --gap 10m

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var config = Options.RequiredPath("--config", "which instruments there are (JSON)");
        var marketData = Options.RequiredPath("--market-data", "what is looked through");
        var gap = Options.Of(
            "--gap", "length", "a silence of an instrument that is longer is a problem", Options.Length,
            new MarketDataCheckOptions().GapThreshold);
        var instrument = Options.Text(
            "--instrument", "name", "bars only: which instrument they are of, if the config has more than one");
        var format = Options.Format();
        var command = new VerbCommand("check", "Look through market data for what would spoil a backtest.")
        {
            More = () => Text,
            Options = { config, marketData, gap, instrument, format },
        };
        var verb = new DataCheckVerb(console);
        command.SetAction((parsed, cancellation) =>
        {
            var catalog = SystemConfig.Load(parsed.GetRequiredValue(config)).BuildCatalog();
            var name = parsed.GetValue(instrument) is { } given
                ? catalog[InstrumentNames.Find(catalog, "--instrument", given)].Name
                : null;
            var source = new RecordedMarketData(
                parsed.GetRequiredValue(marketData), catalog, new RecordedMarketDataOptions { Instrument = name });
            var options = new MarketDataCheckOptions { GapThreshold = parsed.GetValue(gap) };
            return verb.RunAsync(source, catalog, options, parsed.GetRequiredValue(format) is "json", cancellation);
        });
        return command;
    }

    private async Task<int> RunAsync(
        RecordedMarketData source,
        InstrumentCatalog catalog,
        MarketDataCheckOptions options,
        bool isJson,
        CancellationToken cancellation)
    {
        await StoredChecksums.VerifyAsync(console, source.Name, cancellation);
        using var stream = source.Open();
        var result = await ProgressBar.WatchAsync(
            console,
            "checking",
            () => stream.Progress,
            Task.Run(() => MarketDataCheck.Run(stream, options, cancellation)));
        var isColoured = console is { OutputIsTerminal: true, IsDecorated: true };
        console.Output.Write(isJson
            ? DataCheckJson.Write(result, catalog)
            : DataCheckPage.Of(result, catalog, console.Width, isColoured));
        if (!result.HasProblems)
        {
            return ExitCode.Done;
        }

        console.Say($"barter: {source.Name} has problems: {Problems(result)}");
        return ExitCode.Failed;
    }

    private static string Problems(MarketDataCheckResult result)
    {
        var kinds = result.Findings
            .Where(finding => finding.Kind != FindingKind.Reconnect)
            .Select(finding => DataCheckWords.Of(finding.Kind))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return kinds.Length > 0 ? string.Join(", ", kinds) : "no items";
    }
}
