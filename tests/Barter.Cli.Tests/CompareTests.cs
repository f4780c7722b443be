using System.Text.Json;

namespace Barter.Cli.Tests;

public sealed class CompareTests
{
    [Fact]
    public async Task The_difference_is_the_second_less_the_first()
    {
        using var folder = new TempFolder();
        var (none, hold) = (await Stored(folder, "none"), await Stored(folder, "buy-and-hold"));

        var ran = await Ran.Barter("compare", none, hold, "--format", "json");

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        var json = JsonElement.Parse(ran.Output);
        Assert.Equal((none, hold), (json.GetProperty("first").GetString(), json.GetProperty("second").GetString()));
        Assert.Equal("different", json.GetProperty("steps").GetString());
        var fills = json.GetProperty("figures").GetProperty("run.fills");
        var traded = JsonElement.Parse(await File.ReadAllTextAsync(hold)).GetProperty("run").GetProperty("fills");
        Assert.Equal(
            ["0", traded.ToString(), traded.ToString()], fills.EnumerateObject().Select(row => row.Value.GetString()));
        var fees = json.GetProperty("figures").GetProperty("instruments.binance_spot-btc_usdt.fees");
        Assert.Equal(fees.GetProperty("second").GetString(), fees.GetProperty("difference").GetString());
    }

    [Fact]
    public async Task A_table_shows_both_runs_and_the_difference()
    {
        using var folder = new TempFolder();
        var (none, hold) = (await Stored(folder, "none"), await Stored(folder, "buy-and-hold"));

        var ran = await Ran.Barter("compare", none, hold);

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.Contains("Difference", ran.Output, StringComparison.Ordinal);
        Assert.Matches(@"run\.fills +│ +0 │ +(\d+) │ +\+\1 │", ran.Output);
        Assert.Matches(@"binance_spot-btc_usdt\.profit_factor|assets\.binance_spot:usdt\.balance_end", ran.Output);
        Assert.EndsWith("the runs differ in what they saw or did\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_compared_to_itself_has_no_difference()
    {
        using var folder = new TempFolder();
        var hold = await Stored(folder, "buy-and-hold");

        var ran = await Ran.Barter("compare", hold, hold, "--format", "json");

        var json = JsonElement.Parse(ran.Output);
        Assert.Equal("same", json.GetProperty("steps").GetString());
        Assert.All(
            json.GetProperty("figures").EnumerateObject(),
            row => Assert.Equal("0", row.Value.GetProperty("difference").GetString()));
    }

    [Fact]
    public async Task Two_results_are_needed()
    {
        var ran = await Ran.Barter("compare", "one.json");

        Assert.Equal((ExitCode.Usage, ""), (ran.Code, ran.Output));
    }

    private static async Task<string> Stored(TempFolder folder, string strategy)
    {
        var file = folder.File($"{strategy}.json");
        Assert.Equal(
            ExitCode.Done,
            (await Ran.ShortBacktest("--strategy", strategy, "--format", "json", "--output", file)).Code);
        return file;
    }
}
