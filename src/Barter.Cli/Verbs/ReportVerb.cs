using Barter.Backtest.Reporting;

namespace Barter.Cli.Verbs;

/// <summary><c>barter report</c>: the HTML page of a result that was stored before.</summary>
internal static class ReportVerb
{
    private const string Text =
        """
        The page is one file that opens from disk and needs no network. A result that
        was made with --series has charts; one without has tables only.

        Example:
          barter backtest --config data/config/spot.json \
            --market-data data/markets/day.json.gz --strategy ema-cross \
            --format json --series --output day.json
          barter report day.json --output day.html

        """;

    public static VerbCommand Create()
    {
        var summary = Options.FileArgument("summary", "what 'barter backtest --format json' wrote");
        var output = Options.RequiredPath("--output", "where the page is written");
        var command = new VerbCommand("report", "Make an HTML page of a stored result.")
        {
            More = () => Text,
            Arguments = { summary },
            Options = { output },
        };
        command.SetAction(parsed =>
        {
            var (from, to) = (parsed.GetRequiredValue(summary), parsed.GetRequiredValue(output));
            if (OutputFile.IsSame(from, to))
            {
                throw new UsageException($"--output: '{to}' is what is read; name another file");
            }

            var page = HtmlReport.Write(StoredResult.Load(from));
            using var file = new OutputFile(to);
            File.WriteAllText(file.DraftPath, page);
            file.Keep();
            return ExitCode.Done;
        });
        return command;
    }
}
