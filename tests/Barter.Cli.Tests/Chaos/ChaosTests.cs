using System.Text.Json;
using Xunit.Abstractions;

namespace Barter.Cli.Tests.Chaos;

/// <summary>A session that is killed is, in the end, what it would have been.</summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int UsualSeed = 20_250_602;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var seed)
        ? seed
        : UsualSeed;

    [Fact]
    [Trait("Category", "Integration")]
    public Task Nothing_is_lost_or_doubled_over_25_kills() => KillAsync(25);

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(250, "")]
    [InlineData(250, "--speed 100x --param spread_bps=1 --param rest=0 --param notional=10")]
    [InlineData(250, "--strategy ema-cross --param fast=3 --param slow=8 --param notional=20")]
    [InlineData(250, "--faults 5")]
    public Task Nothing_is_lost_or_doubled_over_1000_kills(int kills, string more) => KillAsync(kills, more.Split(' '));

    [Fact]
    public async Task A_market_that_cannot_outlive_its_reader_is_refused()
    {
        var ran = await Ran.Barter("chaos", "--config", Given.Config, "--speed", "max");

        Assert.Equal((ExitCode.Usage, ""), (ran.Code, ran.Output));
        Assert.Contains("cannot outlive one", ran.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_of_another_run_is_left_alone()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("journal"));

        var ran = await Ran.Barter("chaos", "--config", Given.Config, "--journal", folder.Path);

        Assert.Equal((ExitCode.Usage, ""), (ran.Code, ran.Output));
        Assert.Contains("has a session of another run", ran.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Integration")]
    public async Task A_market_that_is_over_too_soon_is_told_and_everything_is_kept()
    {
        using var folder = new TempFolder();

        var ran = await Ran.Barter(
            "chaos", "--config", Given.Config, "--market-data", Given.Short, "--kills", "3", "--speed", "1000000x",
            "--journal", folder.File("kept"));

        Assert.Equal(ExitCode.Differs, ran.Code);
        Assert.Contains("the market was over after ", ran.Output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder.File("kept")));
    }

    private async Task KillAsync(int kills, params string[] more)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TempFolder();
        var seed = Seed;
        output.WriteLine($"Again with BARTER_SEED={seed}");
        var ran = await Ran.Barter(
        [
            "chaos", "--config", Given.Config, "--kills", $"{kills}", "--seed", $"{seed}", "--format", "json",
            "--journal", folder.File("chaos"), .. more.Where(word => word.Length > 0),
        ]);

        output.WriteLine(ran.Output);
        Assert.Equal("", ran.Error);
        var result = JsonElement.Parse(ran.Output);
        Assert.Empty(result.GetProperty("differences").EnumerateArray());
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Equal(kills, result.GetProperty("kills").GetInt32());
        Assert.True(result.GetProperty("orders").GetInt64() > kills, "the session hardly traded");
        Assert.True(result.GetProperty("fills").GetInt64() > 0, "nothing was filled");
    }
}
