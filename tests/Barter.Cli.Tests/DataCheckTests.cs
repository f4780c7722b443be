using System.Text.Json;

namespace Barter.Cli.Tests;

public sealed class DataCheckTests
{
    [Fact]
    public async Task Clean_data_is_done()
    {
        var ran = await Check(Given.Day);

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.StartsWith("26,106 items, 2 reconnect marks, 0 error items\n", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nno problems\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_are_a_failure_that_names_them()
    {
        var ran = await Check(Given.Reconnects);

        Assert.Equal(ExitCode.Failed, ran.Code);
        Assert.Contains("error: 3, the first at ", ran.Output, StringComparison.Ordinal);
        Assert.Equal($"barter: {Given.Reconnects} has problems: error", Assert.Single(ran.ErrorLines));
    }

    [Fact]
    public async Task A_silence_is_a_problem_when_it_is_longer_than_told()
    {
        var ran = await Check(Given.Short, "--gap", "5s", "--format", "json");

        var json = JsonElement.Parse(ran.Output);
        Assert.Equal(ExitCode.Failed, ran.Code);
        Assert.True(json.GetProperty("has_problems").GetBoolean());
        Assert.All(json.GetProperty("findings").EnumerateArray(), finding =>
        {
            Assert.Equal("gap", finding.GetProperty("kind").GetString());
            Assert.InRange(finding.GetProperty("worst_ms").GetInt64(), 5_000, 60_000);
        });
        Assert.Equal($"barter: {Given.Short} has problems: gap", Assert.Single(ran.ErrorLines));
    }

    [Fact]
    public async Task Json_counts_the_events_of_each_instrument()
    {
        var ran = await Check(Given.Short, "--format", "json");

        var instruments = JsonElement.Parse(ran.Output).GetProperty("instruments");
        Assert.Equal(1, ran.Output.Count(letter => letter == '\n'));
        Assert.Equal(31, instruments.EnumerateObject().Sum(row =>
            row.Value.GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt64())));
    }

    [Fact]
    public async Task Bars_are_of_the_instrument_that_is_named()
    {
        using var folder = new TempFolder();
        var bars = folder.File(
            "bars.csv",
            "timestamp,open,high,low,close,volume\n2025-06-02 00:00:00,1,2,1,2,5\n2025-06-02 00:01:00,2,2,1,1,5\n");

        var (named, unnamed) = (await Check(bars, "--instrument", "ETHUSDT"), await Check(bars));

        Assert.Equal(ExitCode.Done, named.Code);
        Assert.Contains("binance_spot-eth_usdt", named.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Failed, ""), (unnamed.Code, unnamed.Output));
        Assert.Single(unnamed.ErrorLines);
    }

    [Theory]
    [InlineData("--gap", "0s")]
    [InlineData("--gap", "long")]
    [InlineData("--instrument", "XRPUSDT")]
    [InlineData("--format", "xml")]
    public async Task A_bad_value_is_refused(string option, string value)
    {
        var ran = await Check(Given.Short, option, value);

        Assert.True((ExitCode.Usage, "", 2) == (ran.Code, ran.Output, ran.ErrorLines.Length), ran.ToString());
    }

    private static Task<Ran> Check(string file, params string[] more) =>
        Ran.Barter(["data", "check", "--config", Given.Config, "--market-data", file, .. more]);
}
