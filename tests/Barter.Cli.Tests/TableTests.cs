namespace Barter.Cli.Tests;

public sealed class TableTests
{
    [Fact]
    public async Task A_table_is_what_one_gets_without_asking()
    {
        var (usual, asked) = (await Ran.ShortBacktest(), await Ran.ShortBacktest("--format", "table"));

        Assert.Equal((ExitCode.Done, ""), (usual.Code, usual.Error));
        Assert.Equal(usual.Output, asked.Output);
        Assert.StartsWith("Trading Summary (Trading Duration: ", usual.Output, StringComparison.Ordinal);
        Assert.Contains("binance_spot-btc_usdt", usual.Output, StringComparison.Ordinal);
        Assert.Contains("binance_spot_usdt", usual.Output, StringComparison.Ordinal);
        Assert.Contains("\nnone: 31 events, 0 orders, 0 cancels, 0 fills\n", usual.Output, StringComparison.Ordinal);
        Assert.Matches("\ndigest of all steps: [0-9a-f]{12}\n$", usual.Output);
        Assert.DoesNotContain('\u001b', usual.Output);
    }

    [Fact]
    public async Task What_was_odd_in_the_data_is_noted()
    {
        var ran = await Ran.Barter("backtest", "--config", Given.Config, "--market-data", Given.Reconnects);

        Assert.StartsWith("data: 3 error item(s) were skipped, the first at ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("data: the link was lost 2 time(s)\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_a_result_doubtful_is_said_beside_JSON_too()
    {
        var ran = await Ran.Barter(
            "backtest", "--config", Given.Config, "--market-data", Given.Reconnects, "--format", "json");

        Assert.StartsWith("data: 3 error item(s) were skipped, the first at ", ran.Error, StringComparison.Ordinal);
        Assert.StartsWith("{", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_are_all_figures()
    {
        var (key, all) = (await Ran.ShortBacktest(), await Ran.ShortBacktest("--details"));

        Assert.DoesNotContain("Ulcer Index", key.Output, StringComparison.Ordinal);
        Assert.Contains("Ulcer Index", all.Output, StringComparison.Ordinal);
        Assert.Contains("n/a, no closed positions: win_rate, profit_factor", all.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public async Task No_table_is_wider_than_the_terminal(int width)
    {
        var ran = await Terminal(console => console with { Width = width, IsDecorated = false });

        var table = ran.Output.Split('\n').Where(line => line is ['│' or '╭' or '├' or '╰', ..]).ToArray();
        Assert.NotEmpty(table);
        Assert.All(table, line => Assert.True(line.Length <= width, line));
        Assert.Contains("binance_spot-btc_usdt", ran.Output, StringComparison.Ordinal);
        Assert.Contains("binance_spot-sol_usdt", ran.Output, StringComparison.Ordinal);
        Assert.Contains("no closed positions", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_terminal_gets_colours_and_the_speed()
    {
        var terminal = await Terminal(console => console with { ErrorIsTerminal = true });
        var plain = await Terminal(console => console with { IsDecorated = false });

        Assert.Contains("\u001b[1m", terminal.Output, StringComparison.Ordinal);
        Assert.Matches(@"^replayed 31 events in \d+\.\d s \([\d,]+/s\)\n$", terminal.Error);
        Assert.DoesNotContain('\u001b', plain.Output);
        Assert.Equal("", plain.Error);
    }

    [Fact]
    public async Task A_file_gets_no_colours_from_a_terminal()
    {
        using var folder = new TempFolder();
        var file = folder.File("summary.txt");

        var ran = await Terminal(console => console, "--output", file);

        Assert.Equal("", ran.Output);
        Assert.DoesNotContain('\u001b', await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Verbose_tells_what_is_done_on_standard_error()
    {
        var ran = await Ran.ShortBacktest("--format", "json", "--verbose");

        Assert.Equal($"replaying {Given.Short} with none", ran.ErrorLines[0]);
        Assert.StartsWith("replayed 31 events in ", ran.ErrorLines[1], StringComparison.Ordinal);
        Assert.StartsWith("{", ran.Output, StringComparison.Ordinal);
    }

    private static Task<Ran> Terminal(Func<CliConsole, CliConsole> with, params string[] more) => Ran.Barter(
        ["backtest", "--config", Given.Config, "--market-data", Given.Short, .. more],
        console => with(console with { OutputIsTerminal = true, IsDecorated = true }));
}
