namespace Barter.Cli.Tests;

/// <summary>A paper session that outlives its process.</summary>
[Trait("Category", "Integration")]
public sealed class PaperJournalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_session_that_is_kept_says_whether_it_is_new_or_recovered()
    {
        var journal = _folder.File("journal");
        var first = await Paper("--journal", journal, "--strategy", "ema-cross");
        var second = await Paper("--journal", journal, "--strategy", "ema-cross");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (first.Code, second.Code));
        Assert.Equal($"session paper is new; {journal} keeps it", first.ErrorLines[0]);
        Assert.Matches("^session paper: recovered [0-9,]+ events, 0 orders in [0-9,]+ ms$", second.ErrorLines[0]);
        Assert.Contains("00000000000000000000.journal", Directory.GetFiles(Path.Combine(journal, "paper"))
            .Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_session_goes_on_with_what_it_was_begun_with_only()
    {
        var journal = _folder.File("journal");
        await Paper("--journal", journal, "--session", "a", "--strategy", "ema-cross");
        var other = await Paper("--journal", journal, "--session", "a", "--strategy", "quoter");

        Assert.Equal(ExitCode.Failed, other.Code);
        Assert.StartsWith(
            "barter: session a was begun with another strategy (", other.ErrorLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--session", "a", "are about a session that --journal keeps")]
    [InlineData("--flush", "soon", "'soon' is not intent, or a time such as 10ms")]
    public async Task What_cannot_be_is_refused(string option, string value, string told)
    {
        var ran = await Paper(option, value);

        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains(told, ran.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_a_clock_is_not_kept()
    {
        var ran = await Ran.Barter(
            "paper", "--config", Given.Config, "--market-data", Given.Short, "--speed", "max", "--journal",
            _folder.File("journal"));

        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Contains("give 1000x", ran.ErrorLines[0], StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("journal")));
    }

    public void Dispose() => _folder.Dispose();

    private static Task<Ran> Paper(params string[] args) => Ran.Barter(
    [
        "paper", "--config", Given.Config, "--market-data", Given.Short, "--speed", "1000x", "--format", "json",
        .. args,
    ]);
}
