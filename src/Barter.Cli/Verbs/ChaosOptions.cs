using System.CommandLine;

namespace Barter.Cli.Verbs;

/// <summary>The options of a session that is killed.</summary>
internal sealed class ChaosOptions
{
    /// <summary>Orders of every kind of fate, and many of them.</summary>
    private static readonly string[] Busy = ["notional=10", "spread_bps=4", "rest=0"];

    private readonly Option<string> _config = Options.RequiredPath(
        "--config", "instruments, and the exchange with its fees and balances (JSON)");

    private readonly Option<int> _kills = Options.Of(
        "--kills", "n", "how often the session is killed", AtLeastOne, 25);

    private readonly Option<int> _seed = Options.Of(
        "--seed", "n", "draws the moments, and the market if it is made up", Options.Whole<int>, 1);

    private readonly Option<string?> _marketData = Options.Text(
        "--market-data", "file", "a recording that lasts until the last kill (default: a market is made up)");

    private readonly Option<string?> _strategy = Options.Text(
        "--strategy", "name", $"what decides on orders, see below (default: quoter with {string.Join(", ", Busy)})");

    private readonly Option<string[]> _parameters = Options.ManyOf(
        "--param", "name=value", "a parameter of the strategy; may be repeated", Options.NotBlank);

    private readonly Option<ReplaySpeed> _speed = Options.Of(
        "--speed", "600x", "how fast the market goes by", ReplaySpeed.Parse, new ReplaySpeed(600));

    private readonly Option<string?> _journal = Options.Text(
        "--journal", "directory", "keep everything there (default: a temporary directory, kept if anything differs)");

    private readonly Option<int?> _faults = Options.Of<int?>(
        "--faults", "seed", "let the exchange lose, double, delay, reorder and cut as well, drawn from a seed",
        text => Options.Whole<int>(text));

    private readonly Option<string> _format = Options.Format();

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _config, _kills, _seed, _marketData, _strategy, _parameters, _speed, _journal, _faults, _format,
        })
        {
            command.Options.Add(option);
        }
    }

    public ChaosRequest Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_config),
        parsed.GetValue(_marketData),
        parsed.GetValue(_strategy) ?? "quoter",
        parsed.GetRequiredValue(_parameters) is { Length: > 0 } given ? given
            : parsed.GetValue(_strategy) is null ? Busy : [],
        parsed.GetRequiredValue(_speed),
        parsed.GetRequiredValue(_kills),
        parsed.GetRequiredValue(_seed),
        parsed.GetValue(_faults),
        parsed.GetValue(_journal),
        parsed.GetRequiredValue(_format) is "json");

    private static int AtLeastOne(string text) => Options.Whole<int>(text) is > 0 and var number
        ? number
        : throw new FormatException($"'{text}' is not above 0");
}
