using System.CommandLine;
using Barter.Cli.Paper;

namespace Barter.Cli.Verbs;

/// <summary>The options of a paper session.</summary>
internal sealed class PaperOptions
{
    private readonly RunOptions _run = new(needsMarketData: false);

    private readonly Option<string?> _exchange = Options.Of<string?>(
        "--exchange", "address", "trade on what 'barter exchange serve' serves there, rather than on a recording",
        Address);

    private readonly Option<ReplaySpeed> _speed = Options.Of(
        "--speed", "10x|max", "how fast the recording goes by; max does not wait, is as a backtest and is not kept",
        ReplaySpeed.Parse, new ReplaySpeed(1));

    private readonly Option<string?> _log = Options.Text("--log", "file", "write what the session logs there");

    private readonly Option<string[]> _settings = Options.ManyOf(
        "--setting", "name=value", "a setting of sessions, as hosts have them; may be repeated", PaperSettings.Parse);

    private readonly PaperKeepOptions _keep = new();

    public void AddTo(Command command)
    {
        _run.AddTo(command);
        _keep.AddTo(command);
        command.Options.Add(_exchange);
        command.Options.Add(_speed);
        command.Options.Add(_log);
        command.Options.Add(_settings);
    }

    public PaperRequest Read(ParseResult parsed) => new(
        _run.Read(parsed), parsed.GetRequiredValue(_speed), parsed.GetValue(_log), parsed.GetValue(_exchange))
    {
        Keep = _keep.Read(parsed),
        Settings = parsed.GetRequiredValue(_settings),
    };

    private static string Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" }
            ? text
            : throw new FormatException($"'{text}' is not an address such as http://127.0.0.1:5600");
}
