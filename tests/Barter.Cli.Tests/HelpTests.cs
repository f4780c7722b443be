namespace Barter.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("barter --help", "--help")]
    [InlineData("barter backtest --help", "backtest", "--help")]
    [InlineData("barter sweep --help", "sweep", "--help")]
    [InlineData("barter paper --help", "paper", "--help")]
    [InlineData("barter data import --help", "data", "import", "--help")]
    [InlineData("barter data generate --help", "data", "generate", "-h")]
    [InlineData("barter data check --help", "data", "check", "--help")]
    [InlineData("barter data list --help", "data", "list", "--help")]
    [InlineData("barter data describe --help", "data", "describe", "--help")]
    [InlineData("barter data export --help", "data", "export", "--help")]
    [InlineData("barter report --help", "report", "--help")]
    [InlineData("barter compare --help", "compare", "--help")]
    public async Task Help_shows_an_example(string what, params string[] args)
    {
        var ran = await Ran.Barter(args);

        Assert.True((ExitCode.Done, "") == (ran.Code, ran.Error), $"{what}: {ran}");
        Assert.Contains("Example:\n  barter ", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_a_backtest_lists_the_strategies_with_their_parameters()
    {
        var ran = await Ran.Barter("backtest", "--help");

        Assert.All(
            Engine.Strategies.ShippedStrategies.All,
            strategy =>
            {
                var (what, parameters) = (strategy.Summary.Split(" (")[0], strategy.Summary.Split(" (")[^1]);
                Assert.Contains($"  {strategy.Name,-14} {what}\n", ran.Output, StringComparison.Ordinal);
                Assert.Contains($"{parameters}\n", ran.Output, StringComparison.Ordinal);
            });
        Assert.All(ran.Output.Split('\n').SkipWhile(line => line is not "Strategies, and their --param with defaults:"),
            line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Help_of_data_lists_its_verbs()
    {
        var ran = await Ran.Barter("data", "--help");

        Assert.Contains("generate", ran.Output, StringComparison.Ordinal);
        Assert.Contains("check", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_that_of_the_assembly()
    {
        var ran = await Ran.Barter("--version");

        var version = typeof(BarterCommand).Assembly.GetName().Version!.ToString(3);
        Assert.Equal(new Ran(ExitCode.Done, $"barter {version}\n", ""), ran);
    }
}
