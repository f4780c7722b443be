using System.Text.Json;
using Barter.Cli.Verbs;

namespace Barter.Cli.Tests;

[Trait("Category", "Integration")]
public sealed class PaperTests
{
    [Theory]
    [InlineData("none", "short.jsonl", "json")]
    [InlineData("buy-and-hold", "reconnects.json", "table")]
    [InlineData("ema-cross", "day.json.gz", "json")]
    [InlineData("quoter", "day.json.gz", "json")]
    public async Task At_full_speed_it_writes_the_bytes_of_a_backtest(string strategy, string market, string format)
    {
        string[] args =
        [
            "--config", Given.Config, "--market-data", Given.InData($"markets/{market}"), "--strategy", strategy,
            "--format", format, "--interval", "4h", "--risk-free-return", "0.02",
            "--initial-balance", "binance_spot:usdt=5000/4000",
        ];

        var paper = await Ran.Barter(["paper", .. args, "--speed", "max"]);

        Assert.Equal(ExitCode.Done, paper.Code);
        Assert.Equal(await Ran.Barter(["backtest", .. args]), paper);
    }

    [Fact]
    public async Task The_end_of_a_recording_that_goes_by_gives_the_summary()
    {
        var ran = await Paper("--speed", "1000000x", "--format", "json");

        var run = JsonElement.Parse(ran.Output).GetProperty("run");
        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.Equal(31, run.GetProperty("market_events").GetInt64());
    }

    [Theory]
    [InlineData("--speed", "fast", "'fast' is not a speed such as 1x, 10x or 0.5x (above 0, at most 1000000x), or max")]
    [InlineData("--speed", "0x", "'0x' is not a speed")]
    [InlineData("--speed", "-1", "'-1' is not a speed")]
    [InlineData("--speed", "NaN", "'NaN' is not a speed")]
    [InlineData("--speed", "1000001", "'1000001' is not a speed")]
    [InlineData("--id", "a b", "--id: 'a b' may have letters, digits, - and _ only")]
    [InlineData("--strategy", "martingale", "choose one of none")]
    [InlineData("--report", "day.html", "unknown option '--report'")]
    public async Task What_cannot_be_is_refused_before_anything_runs(string option, string value, string told)
    {
        var ran = await Paper(option, value);

        Assert.Equal((ExitCode.Usage, ""), (ran.Code, ran.Output));
        Assert.Contains(told, ran.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("try 'barter paper --help'", ran.ErrorLines[1]);
    }

    [Theory]
    [InlineData("max", null)]
    [InlineData("10x", 10.0)]
    [InlineData("0.5x", 0.5)]
    [InlineData("2", 2.0)]
    public void A_speed_is_a_factor_or_none(string text, double? factor) =>
        Assert.Equal(factor, ReplaySpeed.Parse(text).Factor);

    [Theory]
    [InlineData("max")]
    [InlineData("1000000x")]
    public async Task A_recording_that_breaks_off_is_told_with_its_line(string speed)
    {
        using var folder = new TempFolder();
        var file = folder.File(
            "broken.jsonl", string.Join("\n", File.ReadAllLines(Given.Short).Take(3)) + "\noops\n");

        var ran = await Ran.Barter("paper", "--config", Given.Config, "--market-data", file, "--speed", speed);

        Assert.Equal((ExitCode.Failed, ""), (ran.Code, ran.Output));
        Assert.StartsWith($"barter: {file}:4: ", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_session_logs_goes_to_a_file()
    {
        using var folder = new TempFolder();

        var ran = await Paper("--speed", "max", "--log", folder.File("session.log"));

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.Contains(
            "session backtest has ended",
            await File.ReadAllTextAsync(folder.File("session.log")),
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await Paper("--log", Given.Short)).Code);
    }

    [Fact]
    public async Task A_terminal_shows_a_view_and_then_the_summary()
    {
        var ran = await Ran.Barter(
            ["paper", "--config", Given.Config, "--market-data", Given.Short, "--speed", "60x"],
            console => console with { OutputIsTerminal = true, IsDecorated = true, Size = () => (100, 30) });

        var left = ran.Output.IndexOf("\e[?7h\e[?1049l", StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.StartsWith("\e[?1049h\e[?7l", ran.Output, StringComparison.Ordinal);
        Assert.InRange(ran.Output.IndexOf("barter paper", StringComparison.Ordinal), 0, left);
        Assert.InRange(ran.Output.IndexOf("Trading Summary", StringComparison.Ordinal), left, ran.Output.Length);
    }

    [Fact]
    public async Task JSON_stands_alone_on_a_terminal_too()
    {
        var ran = await Ran.Barter(
            ["paper", "--config", Given.Config, "--market-data", Given.Short, "--speed", "max", "--format", "json"],
            console => console with { OutputIsTerminal = true, IsDecorated = true });

        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(ran.Output).ValueKind);
    }

    private static Task<Ran> Paper(params string[] more) =>
        Ran.Barter(["paper", "--config", Given.Config, "--market-data", Given.Short, .. more]);
}
