using System.CommandLine;
using Barter.Backtest.Sweeps;
using Barter.Cli.Sweeps;

namespace Barter.Cli.Verbs;

/// <summary>The options of a sweep.</summary>
internal sealed class SweepOptions
{
    private readonly RunOptions _run = new(parameter: "name=a..b:step|a,b,c");

    private readonly Option<int> _jobs = Options.Of(
        "--jobs", "n", "runs at once (default: cores)", text => Positive(text), Environment.ProcessorCount);

    private readonly Option<int> _top = Options.Of("--top", "n", "rows of the table", text => Positive(text), 20);

    private readonly Option<int?> _random = Options.Of<int?>(
        "--random", "n", "try so many combinations at random, not all", text => Positive(text));

    private readonly Option<ulong> _seed = Options.Of(
        "--seed", "n", "what chance begins with", Options.Whole<ulong>, 1UL);

    private readonly Option<SweepRank> _rank = Options.Of(
        "--rank", "figure", "best by sharpe, sortino, calmar, pnl, return or drawdown", Rank, SweepRank.Sharpe);

    private readonly Option<string?> _store = Options.Text(
        "--store", "sweep.db", "keep runs there, so that a killed sweep goes on (default: beside what is written)");

    private readonly Option<string?> _csv = Options.Text("--csv", "file.csv", "write every run there as well");

    private readonly Option<string?> _report = Options.Text(
        "--report", "file.html", "write an HTML page with a heat map of two parameters there as well");

    private readonly Option<WalkForward?> _walkForward = new("--walk-forward")
    {
        Description = "choose in a window, test in the next, move on",
        HelpName = "train=30d test=7d",
        Arity = new ArgumentArity(1, 2),
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            try
            {
                return WalkForward.Parse(string.Join(' ', result.Tokens.Select(token => token.Value)));
            }
            catch (FormatException exception)
            {
                result.AddError($"--walk-forward: {exception.Message}");
                return null;
            }
        },
    };

    public void AddTo(Command command)
    {
        _run.AddTo(command);
        foreach (var option in new Option[]
        {
            _jobs, _top, _random, _seed, _rank, _store, _csv, _report, _walkForward,
        })
        {
            command.Options.Add(option);
        }
    }

    public SweepRequest Read(ParseResult parsed)
    {
        var run = _run.Read(parsed) with { ReportPath = parsed.GetValue(_report) };
        return new SweepRequest
        {
            Run = run with { Parameters = [] },
            Ranges = [.. run.Parameters.Select(Range)],
            Interval = _run.LeavesInterval(parsed) ? null : run.Interval,
            Rank = parsed.GetRequiredValue(_rank),
            Jobs = parsed.GetRequiredValue(_jobs),
            Top = parsed.GetRequiredValue(_top),
            Random = parsed.GetValue(_random),
            Seed = parsed.GetRequiredValue(_seed),
            StorePath = parsed.GetValue(_store),
            CsvPath = parsed.GetValue(_csv),
            WalkForward = parsed.GetValue(_walkForward),
        };
    }

    private static ParameterRange Range(string text)
    {
        try
        {
            return ParameterRange.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new UsageException($"--param: {exception.Message}", exception);
        }
    }

    private static int Positive(string text) => Options.Whole<int>(text) is > 0 and var number
        ? number
        : throw new FormatException($"'{text}' is not above 0");

    private static SweepRank Rank(string text) =>
        Enum.TryParse<SweepRank>(text, ignoreCase: true, out var rank) && char.IsAsciiLetter(text[0])
            ? rank
            : throw new FormatException(
                $"'{text}' is none of {string.Join(", ", Enum.GetNames<SweepRank>()).ToLowerInvariant()}");
}
