using System.CommandLine;

namespace Barter.Cli.Verbs;

/// <summary>The options of a served exchange.</summary>
internal sealed class ExchangeServeOptions
{
    private readonly Option<string> _config = Options.RequiredPath(
        "--config", "instruments, and the exchange with its fees and balances (JSON)");

    private readonly Option<string> _marketData = Options.RequiredPath(
        "--market-data", "the market that it sees: JSON items in an array or one a line, or bars (CSV); .gz as well");

    private readonly Option<ReplaySpeed> _speed = Options.Of(
        "--speed", "10x|max", "how fast the recording goes by; max does not wait, and knows no time limits of orders",
        ReplaySpeed.Parse, new ReplaySpeed(1));

    private readonly Option<int> _port = Options.Of(
        "--port", "number", "where it listens, on this machine only; 0 takes any", Port, 0);

    private readonly Option<string?> _exchange = Options.Text(
        "--exchange", "name", "which of the configured exchanges it plays, if there are more than one");

    private readonly Option<bool> _wait = new("--wait")
    {
        Description = "begin with the recording once somebody reads it",
    };

    private readonly Option<int?> _faults = Options.Of<int?>(
        "--faults", "seed", "lose, double, delay and reorder what it tells, and cut connections, drawn from a seed",
        text => Options.Whole<int>(text));

    private readonly Option<string> _format = Options.Format();

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _config, _marketData, _speed, _port, _exchange, _wait, _faults, _format,
        })
        {
            command.Options.Add(option);
        }
    }

    public ExchangeServeRequest Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_config),
        parsed.GetRequiredValue(_marketData),
        parsed.GetRequiredValue(_speed),
        parsed.GetRequiredValue(_port),
        parsed.GetValue(_exchange),
        parsed.GetValue(_wait),
        parsed.GetValue(_faults),
        parsed.GetRequiredValue(_format) is "json");

    private static int Port(string text) => Options.Whole<int>(text) is >= 0 and <= ushort.MaxValue and var port
        ? port
        : throw new FormatException($"'{text}' is not a port: it must be 0 to 65535");
}
