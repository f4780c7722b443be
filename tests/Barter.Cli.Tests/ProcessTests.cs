using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Barter.Cli.Tests;

/// <summary>The command as a process of its own.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Two_processes_give_the_same_bytes()
    {
        string[] args =
        [
            "backtest", "--config", Given.Config, "--market-data", Given.Day, "--strategy", "ema-cross",
            "--format", "json",
        ];

        var (once, again) = (await Run(args), await Run(args));
        var here = await Ran.Barter(args);

        Assert.Equal((ExitCode.Done, ""), (once.Code, once.Error));
        Assert.Equal(once, again);
        Assert.Equal(here, once);
        var run = JsonElement.Parse(once.Output).GetProperty("run");
        Assert.Equal(64, run.GetProperty("audit_digest").GetString()!.Length);
    }

    [Fact]
    public async Task A_usage_error_is_2_with_nothing_on_standard_output()
    {
        var ran = await Run("backtest", "--market-data", Given.Day);

        Assert.Equal(
            new Ran(ExitCode.Usage, "", "barter: option '--config' is required\ntry 'barter backtest --help'\n"), ran);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_1_with_one_line()
    {
        var ran = await Run("backtest", "--config", Given.Config, "--market-data", "missing.json");

        Assert.Equal(
            new Ran(ExitCode.Failed, "", "barter: missing.json: no such file; check the path\n"), ran);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_cancels_a_long_run(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TempFolder();
        var stream = folder.File("long.jsonl.gz");
        WriteMillionEvents(stream);
        using var process = Start(
            "backtest", "--config", Given.Config, "--market-data", stream, "--verbose",
            "--output", folder.File("summary.txt"));
        Assert.StartsWith("replaying ", await process.StandardError.ReadLineAsync(), StringComparison.Ordinal);

        using var killing = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.Cancelled, process.ExitCode);
        Assert.Equal("barter: cancelled\n", await process.StandardError.ReadToEndAsync());
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
        Assert.Equal([stream], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_a_paper_session_with_its_summary(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = Start(
            "paper", "--config", Given.Config, "--market-data", Given.Day, "--verbose", "--format", "json");
        Assert.StartsWith("trading on ", await process.StandardError.ReadLineAsync(), StringComparison.Ordinal);

        using var killing = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.Done, process.ExitCode);
        Assert.Equal("none", JsonElement.Parse(output).GetProperty("run").GetProperty("strategy").GetString());
    }

    /// <summary>What takes many seconds to replay; a signal takes a moment.</summary>
    private static void WriteMillionEvents(string path)
    {
        var line = File.ReadAllLines(Given.Short)[^1] + "\n";
        var thousand = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 1_000)));
        using var zipped = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        for (var i = 0; i < 1_000; i++)
        {
            zipped.Write(thousand);
        }
    }

    private static async Task<Ran> Run(params string[] args)
    {
        using var process = Start(args);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ran(process.ExitCode, output, await error);
    }

    private static Process Start(params string[] args) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(BarterCommand).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
