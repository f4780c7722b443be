namespace Barter.Cli.Tests;

public sealed class ReportTests
{
    [Fact]
    public async Task A_stored_result_gives_the_page_of_the_run()
    {
        using var folder = new TempFolder();
        var (json, fresh, later) = (folder.File("run.json"), folder.File("fresh.html"), folder.File("later.html"));

        var ran = await Ran.ShortBacktest(
            "--strategy", "buy-and-hold", "--format", "json", "--output", json, "--report", fresh);
        var made = await Ran.Barter("report", json, "--output", later);

        Assert.Equal((new Ran(ExitCode.Done, "", ""), new Ran(ExitCode.Done, "", "")), (ran, made));
        Assert.StartsWith("<!DOCTYPE html>\n", await File.ReadAllTextAsync(fresh), StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(fresh), await File.ReadAllTextAsync(later));
        Assert.Equal([fresh, later, json], Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_page_comes_beside_the_usual_output()
    {
        using var folder = new TempFolder();

        var ran = await Ran.ShortBacktest("--report", folder.File("page.html"));

        Assert.Equal(await Ran.ShortBacktest(), ran);
        Assert.Contains(
            "short.jsonl, 31 events", await File.ReadAllTextAsync(folder.File("page.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Series_are_in_the_document_when_asked_for()
    {
        var (usual, asked) =
            (await Ran.ShortBacktest("--format", "json"), await Ran.ShortBacktest("--format", "json", "--series"));

        Assert.DoesNotContain("\"series\"", usual.Output, StringComparison.Ordinal);
        Assert.StartsWith(usual.Output[..^2] + ",\"series\":{", asked.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", null, "no such file; check the path")]
    [InlineData("no JSON", "hello", "is not JSON, at line 1")]
    [InlineData("another document", "{}", "is not a trading summary")]
    public async Task A_result_that_cannot_be_used_is_named_in_one_line(string what, string? text, string told)
    {
        using var folder = new TempFolder();
        var file = text is null ? folder.File("run.json") : folder.File("run.json", text);

        var ran = await Ran.Barter("report", file, "--output", folder.File("page.html"));

        Assert.True((ExitCode.Failed, "") == (ran.Code, ran.Output), $"{what}: {ran}");
        Assert.StartsWith($"barter: {file}: {told}", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("page.html")));
    }

    [Fact]
    public async Task What_is_read_is_never_written()
    {
        using var folder = new TempFolder();
        var file = folder.File("run.json", "{}");

        var report = await Ran.Barter("report", file, "--output", file);
        var backtest = await Ran.ShortBacktest("--report", Given.Config);
        var both = await Ran.ShortBacktest("--report", file, "--output", file);

        Assert.Equal([ExitCode.Usage, ExitCode.Usage, ExitCode.Usage], new[] { report.Code, backtest.Code, both.Code });
        Assert.Equal("{}", await File.ReadAllTextAsync(file));
    }
}
