using System.CommandLine;

namespace Barter.Cli.Verbs;

/// <summary>The options of a backtest.</summary>
internal sealed class BacktestOptions
{
    private readonly RunOptions _run = new();

    private readonly Option<bool> _series = new("--series")
    {
        Description = "record equity, prices and fills over time into the JSON",
    };

    private readonly Option<string?> _report = Options.Text(
        "--report", "file.html", "write an HTML page with charts there as well");

    public void AddTo(Command command)
    {
        _run.AddTo(command);
        command.Options.Add(_series);
        command.Options.Add(_report);
    }

    public BacktestRequest Read(ParseResult parsed) => _run.Read(parsed) with
    {
        AsksForSeries = parsed.GetValue(_series),
        ReportPath = parsed.GetValue(_report),
    };
}
