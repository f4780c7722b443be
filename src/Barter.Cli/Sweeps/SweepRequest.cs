using System.Security.Cryptography;
using System.Text;
using Barter.Backtest.Sweeps;
using Barter.Cli.Verbs;
using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Cli.Sweeps;

/// <summary>What a command line asks of a sweep.</summary>
internal sealed record SweepRequest
{
    /// <summary>As for a single run, without parameters.</summary>
    public required BacktestRequest Run { get; init; }

    public required IReadOnlyList<ParameterRange> Ranges { get; init; }

    /// <summary>None where it follows from the length of the data.</summary>
    public required ReturnInterval? Interval { get; init; }

    public required SweepRank Rank { get; init; }

    public required int Jobs { get; init; }

    public required int Top { get; init; }

    /// <summary>How many combinations are drawn; none takes all.</summary>
    public required int? Random { get; init; }

    public required ulong Seed { get; init; }

    public required string? StorePath { get; init; }

    public required string? CsvPath { get; init; }

    public required WalkForward? WalkForward { get; init; }

    /// <summary>Every combination that the strategy takes, and why it does not take the others.</summary>
    /// <exception cref="UsageException">It takes none, or there are too many.</exception>
    public (SweepSpace Space, IReadOnlyList<ValueList<string>> Taken, IReadOnlyList<string> Refusals) Combinations()
    {
        try
        {
            var space = new SweepSpace(Ranges);
            var chosen = Random is { } count ? space.Random(count, Seed) : space.Grid();
            var taken = new List<ValueList<string>>();
            var refusals = new List<string>();
            foreach (var combination in chosen)
            {
                if (Refusal(combination) is { } refusal)
                {
                    refusals.Add(refusal);
                }
                else
                {
                    taken.Add(combination);
                }
            }

            return taken.Count > 0 ? (space, taken, refusals) : throw new UsageException(refusals[0]);
        }
        catch (FormatException exception)
        {
            throw new UsageException($"--param: {exception.Message}", exception);
        }
    }

    /// <summary>What must be the same for a trial to be the same.</summary>
    public IReadOnlyList<(string Name, string Value)> Identity(ReturnInterval interval, decimal riskFreeReturn) =>
    [
        ("market data", HashOfFile(Run.MarketDataPath)),
        ("instrument", Run.Instrument ?? ""),
        ("configuration", HashOfFile(Run.ConfigPath)),
        ("strategy", Run.Strategy),
        ("set of parameters", string.Join(", ", Ranges.Select(range => range.Name))),
        ("interval", interval.Name),
        ("risk free return", DecimalText.Format(riskFreeReturn)),
        ("set of balances", string.Join(", ", Run.Balances)),
        ("id", Run.Id),
        ("walk-forward", WalkForward is { } cut ? $"{cut.Train} {cut.Test}, by {Rank}" : ""),
        ("build of barter", typeof(TradingEngine).Module.ModuleVersionId.ToString()),
    ];

    /// <summary>Where trials are kept if nobody says: beside what is written, or in the temporary folder.</summary>
    public string UsualStore(IReadOnlyList<(string Name, string Value)> identity)
    {
        if ((CsvPath ?? Run.OutputPath ?? Run.ReportPath) is { } written)
        {
            return written + ".sweep.db";
        }

        var text = string.Join('\n', identity.Select(row => $"{row.Name}={row.Value}"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return Path.Combine(Path.GetTempPath(), $"barter-sweep-{hash[..12]}.db");
    }

    private string? Refusal(ValueList<string> combination)
    {
        try
        {
            ShippedStrategies.Create(Run.Strategy, combination);
            return null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }

    private static string HashOfFile(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
