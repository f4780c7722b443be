using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;

namespace Barter.Cli.Tests;

public sealed class SweepTests
{
    [Fact]
    public async Task A_sweep_ranks_its_runs_and_says_how_far_the_best_can_be_trusted()
    {
        using var folder = new TempFolder();

        var ran = await Run(folder, "--param", "fast=10..30:10", "--param", "slow=20,100", "--top", "2");

        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.StartsWith(
            "Sweep of ema-cross: 4 runs by sharpe, returns of 1 h 0 min\n",
            ran.Output,
            StringComparison.Ordinal);
        Assert.Contains("Probability of overfitting: ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("returns are few: below 30", ran.Output, StringComparison.Ordinal);
        Assert.StartsWith("2 combination(s) are left out; the first, because ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_sweep_gives_the_same_bytes_whatever_the_number_of_jobs()
    {
        using var folder = new TempFolder();
        string[] Args(string name, string jobs) =>
        [
            "--param", "fast=10,20", "--param", "slow=50,100", "--format", "json", "--jobs", jobs,
            "--store", folder.File($"{name}.db"), "--csv", folder.File($"{name}.csv"),
            "--report", folder.File($"{name}.html"),
        ];

        var (one, two) = (await Run(folder, Args("one", "1")), await Run(folder, Args("two", "2")));
        var again = await Run(folder, Args("one", "2"));

        Assert.Equal((one, one), (two, again));
        foreach (var end in new[] { "csv", "html" })
        {
            Assert.Equal(File.ReadAllText(folder.File($"one.{end}")), File.ReadAllText(folder.File($"two.{end}")));
        }

        var page = XDocument.Load(folder.File("one.html"));
        Assert.Equal(4, page.Descendants().Count(element => element.Name.LocalName == "rect"));
        Assert.Equal(5, File.ReadAllLines(folder.File("one.csv")).Length);
    }

    [Fact]
    public async Task A_trial_has_the_digest_of_its_backtest()
    {
        using var folder = new TempFolder();

        var swept = await Run(folder, "--param", "fast=20", "--param", "slow=100", "--format", "json");
        var alone = await Ran.Barter(
            "backtest", "--config", Given.Config, "--market-data", Given.Day, "--strategy", "ema-cross",
            "--param", "fast=20", "--param", "slow=100", "--format", "json", "--interval", "1h");

        Assert.Equal(
            JsonElement.Parse(alone.Output).GetProperty("run").GetProperty("audit_digest").GetString(),
            JsonElement.Parse(swept.Output).GetProperty("trials")[0].GetProperty("audit_digest").GetString());
    }

    [Theory]
    [InlineData("market data", "--market-data")]
    [InlineData("configuration", "--config")]
    [InlineData("strategy", "--strategy")]
    public async Task A_store_of_another_sweep_is_refused_by_name(string what, string option)
    {
        using var folder = new TempFolder();
        var other = option switch
        {
            "--market-data" => Given.Short,
            "--config" => folder.File("other.json", File.ReadAllText(Given.Config) + "\n"),
            _ => "quoter",
        };
        var store = folder.File("sweep.db");
        var first = await Ran.Barter(Args("", ""));

        var refused = await Ran.Barter(Args(option, other));

        Assert.Equal(ExitCode.Done, first.Code);
        Assert.Equal((ExitCode.Failed, ""), (refused.Code, refused.Output));
        Assert.StartsWith(
            $"barter: {store}: is of a sweep with another {what} (", refused.ErrorLines[^1], StringComparison.Ordinal);

        string[] Args(string replaced, string by) =>
        [
            "sweep", "--store", store, "--param", "notional=100,200",
            "--market-data", replaced is "--market-data" ? by : Given.Reconnects,
            "--config", replaced is "--config" ? by : Given.Config,
            "--strategy", replaced is "--strategy" ? by : "buy-and-hold",
        ];
    }

    [Theory]
    [InlineData("--param: name at least one parameter, such as --param fast=5..50:5")]
    [InlineData("--param: parameter fast: range '9..5' must go up, by a step above 0", "--param", "fast=9..5")]
    [InlineData("--rank: 'luck' is none of sharpe, sortino, calmar, pnl, return, drawdown", "--rank", "luck")]
    [InlineData("--jobs: '0' is not above 0", "--jobs", "0")]
    [InlineData("--walk-forward: 'train=1d' is not of the form train=30d,test=7d", "--walk-forward", "train=1d")]
    [InlineData("strategy ema-cross has no parameter 'speed'", "--param", "speed=1,2")]
    public async Task Refused_before_anything_runs_is(string message, params string[] args)
    {
        using var folder = new TempFolder();

        var ran = await Run(folder, args);

        Assert.Equal((ExitCode.Usage, ""), (ran.Code, ran.Output));
        Assert.StartsWith($"barter: {message}", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_forward_tests_what_was_best_before()
    {
        using var folder = new TempFolder();

        var ran = await Run(
            folder, "--param", "fast=5,10", "--param", "slow=20,50", "--walk-forward", "train=8h", "test=4h",
            "--format", "json");

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        var windows = JsonElement.Parse(ran.Output).GetProperty("windows");
        Assert.Equal(4, windows.GetArrayLength());
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(
                windows[i].GetProperty("train").GetProperty("parameters").GetRawText(),
                windows[i].GetProperty("test").GetProperty("parameters").GetRawText());
        }

        Assert.Equal(
            16, JsonElement.Parse(ran.Output).GetProperty("out_of_sample").GetProperty("periods").GetInt32());
    }

    [Fact]
    public async Task A_killed_sweep_goes_on_where_it_was()
    {
        using var folder = new TempFolder();
        string[] args =
        [
            "sweep", "--config", Given.Config, "--market-data", Given.Day, "--strategy", "ema-cross",
            "--param", "fast=5..24", "--param", "slow=50,100", "--format", "json", "--verbose", "--jobs", "2",
        ];
        string[] stored = [.. args, "--store", folder.File("killed.db")];
        using (var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(BarterCommand).Assembly.Location, .. stored])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!)
        {
            for (var runs = 0; runs < 5;)
            {
                var line = await process.StandardError.ReadLineAsync();
                Assert.NotNull(line);
                runs += line.StartsWith("run ", StringComparison.Ordinal) ? 1 : 0;
            }

            process.Kill();
            await process.WaitForExitAsync();
            Assert.NotEqual(ExitCode.Done, process.ExitCode);
        }

        var resumed = await Ran.Barter(stored);
        var whole = await Ran.Barter([.. args, "--store", folder.File("whole.db")]);

        Assert.Equal((ExitCode.Done, whole.Output), (resumed.Code, resumed.Output));
        var ran = resumed.ErrorLines.Count(line => line.StartsWith("run ", StringComparison.Ordinal));
        Assert.InRange(ran, 1, 35);
        Assert.Equal(40, whole.ErrorLines.Count(line => line.StartsWith("run ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_folder_of_stored_data_gives_the_runs_of_the_file_that_it_was_imported_from()
    {
        using var folder = new TempFolder();
        var stored = folder.File("market");
        var imported = await Ran.Barter("data", "import", Given.Day, "--to", stored, "--config", Given.Config);
        Assert.Equal((ExitCode.Done, ""), (imported.Code, imported.Error));

        string[] args = ["--param", "fast=10,20", "--param", "slow=50", "--format", "json"];
        var ofFile = await Run(folder, [.. args, "--store", folder.File("file.db")]);
        var ofFolder = await Ran.Barter(
        [
            "sweep", "--config", Given.Config, "--market-data", stored, "--strategy", "ema-cross",
            .. args, "--store", folder.File("folder.db"),
        ]);

        Assert.Equal(ExitCode.Done, ofFolder.Code);
        Assert.Equal(Trials(ofFile), Trials(ofFolder));

        static string Trials(Ran ran) =>
            string.Join('\n', JsonDocument.Parse(ran.Output).RootElement.GetProperty("trials").EnumerateArray());
    }

    private static Task<Ran> Run(TempFolder folder, params string[] more) => Ran.Barter(
    [
        "sweep", "--config", Given.Config, "--market-data", Given.Day, "--strategy", "ema-cross",
        .. more.Contains("--store") ? more : [.. more, "--store", folder.File("sweep.db")],
    ]);
}
