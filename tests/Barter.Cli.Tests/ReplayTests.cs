using System.Diagnostics;
using System.Text.Json;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Tests;

[Trait("Category", "Integration")]
public sealed class ReplayTests(KeptSessions kept) : IClassFixture<KeptSessions>
{
    [Fact]
    public async Task Another_process_that_replays_a_session_gets_its_digest()
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(BarterCommand).Assembly.Location, "replay", kept.Quoter, "--format", "json"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        var replay = JsonElement.Parse(output);
        Assert.Equal(ExitCode.Done, process.ExitCode);
        Assert.True(replay.GetProperty("is_identical").GetBoolean());
        Assert.Equal(
            kept.Summary.GetProperty("audit_digest").GetString(), replay.GetProperty("audit_digest").GetString());
        Assert.Equal(kept.Summary.GetProperty("steps").GetInt64(), replay.GetProperty("events").GetInt64());
        Assert.Equal(kept.Summary.GetProperty("orders_sent").GetInt64(), replay.GetProperty("orders").GetInt64());
        Assert.Equal(kept.Summary.GetProperty("fills").GetInt64(), replay.GetProperty("fills").GetInt64());
    }

    [Fact]
    public async Task A_session_that_was_taken_up_again_has_one_digest()
    {
        await kept.RunAsync("twice", "buy-and-hold", Given.Config);
        var again = await kept.RunAsync("twice", "buy-and-hold", Given.Config);

        var ran = await Ran.Barter("replay", kept.Root, "--session", "twice", "--format", "json");

        var replay = JsonElement.Parse(ran.Output);
        Assert.Equal((ExitCode.Done, 2), (ran.Code, replay.GetProperty("starts").GetInt32()));
        Assert.Equal(again.GetProperty("audit_digest").GetString(), replay.GetProperty("audit_digest").GetString());
        Directory.Delete(Path.Combine(kept.Root, "twice"), recursive: true);
    }

    [Fact]
    public async Task The_first_order_that_is_another_is_told_with_its_event()
    {
        using var folder = new TempFolder();
        var isFirst = true;
        var changed = KeptSessions.Rewrite(kept.Quoter, "q", folder, (number, entry) =>
        {
            if (number < 5_000 || !isFirst || entry is not JournalEntry.OpenIntended { Request: var open } intended)
            {
                return entry;
            }

            isFirst = false;
            return new JournalEntry.OpenIntended(
                intended.Now, intended.Step,
                OrderRequestOpen.Limit(open.Key, open.Side, 4_711m, open.Quantity, open.TimeInForce));
        });

        var ran = await Ran.Barter("replay", changed);
        var json = await Ran.Barter("replay", changed, "--format", "json");

        Assert.Equal(ExitCode.Failed, ran.Code);
        Assert.Matches("^different at entry [0-9,]+, .*\n(.*\n)*event: entry [0-9,]+, ", ran.Output);
        Assert.Matches("\nthen:  step [0-9]+, (Buy|Sell) .* @ 4711 .*\nnow:   (Buy|Sell) ", ran.Output);
        Assert.StartsWith("barter: the replay does something else", Assert.Single(ran.ErrorLines));
        var difference = JsonElement.Parse(json.Output).GetProperty("difference");
        Assert.Equal("4711", difference.GetProperty("then").GetProperty("state").GetProperty("price").GetString());
        Assert.Equal(JsonValueKind.Object, difference.GetProperty("instead").ValueKind);
    }

    [Fact]
    public async Task An_order_that_the_journal_lacks_or_has_too_many_is_a_difference()
    {
        using var folder = new TempFolder();
        using var other = new TempFolder();
        var lacks = KeptSessions.Rewrite(
            kept.Cross, "ema", folder, (_, entry) => entry is JournalEntry.OpenIntended ? null : entry);
        var loses = KeptSessions.Rewrite(
            kept.Quoter, "q", other, (_, entry) => entry is JournalEntry.Started started
                ? new JournalEntry.Started(
                    started.Now, started.Plan.Replace("\"quoter\"", "\"none\"", StringComparison.Ordinal))
                : entry);

        var more = await Ran.Barter("replay", lacks);
        var fewer = await Ran.Barter("replay", loses);

        Assert.Equal((ExitCode.Failed, ExitCode.Failed), (more.Code, fewer.Code));
        Assert.Contains(", nothing\nnow:   Buy ", more.Output, StringComparison.Ordinal);
        Assert.Matches("\nthen:  step [0-9]+, Buy .*\nnow:   nothing\n", fewer.Output);
    }

    [Fact]
    public async Task A_strategy_that_is_not_known_here_is_told()
    {
        using var folder = new TempFolder();
        var mine = KeptSessions.Rewrite(kept.Quoter, "q", folder, (_, entry) => entry is JournalEntry.Started started
            ? new JournalEntry.Started(
                started.Now, started.Plan.Replace("\"quoter\"", "\"mine\"", StringComparison.Ordinal))
            : entry);

        var ran = await Ran.Barter("replay", mine);
        var listed = await Ran.Barter("sessions", mine);

        Assert.Equal((ExitCode.Failed, ""), (ran.Code, ran.Output));
        Assert.StartsWith(
            "barter: session q was made with strategy mine, which this program does not have",
            Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("strategy mine", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_before_a_kill_is_replayed_and_may_end_anywhere()
    {
        using var folder = new TempFolder();
        var copy = KeptSessions.Copy(kept.Quoter, folder);
        using (var file = File.OpenWrite(Directory.GetFiles(copy).Single()))
        {
            file.SetLength(file.Length / 2);
        }

        var ran = await Ran.Barter("replay", copy);

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.Contains("has not ended", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_market_of_a_session_runs_with_another_strategy_beside_it()
    {
        var table = await Ran.Barter("replay", kept.Quoter, "--strategy", "ema-cross", "--param", "fast=20");
        var json = await Ran.Barter("replay", kept.Quoter, "--strategy", "none", "--format", "json");

        Assert.Equal((ExitCode.Done, ""), (table.Code, table.Error));
        Assert.Contains("q as it was", table.Output, StringComparison.Ordinal);
        Assert.Contains("ema-cross fast=20", table.Output, StringComparison.Ordinal);
        var figures = JsonElement.Parse(json.Output).GetProperty("figures");
        var fills = figures.GetProperty("run.fills");
        Assert.Equal(kept.Summary.GetProperty("fills").GetInt64(), Number(fills, "first"));
        Assert.Equal(0, Number(fills, "second"));
        Assert.Equal(0, Number(figures.GetProperty("run.market_events"), "difference"));
        Assert.Equal(ExitCode.Usage, (await Ran.Barter("replay", kept.Quoter, "--strategy", "x")).Code);
        Assert.Equal(ExitCode.Usage, (await Ran.Barter("replay", kept.Quoter, "--param", "x=1")).Code);
    }

    private static decimal Number(JsonElement row, string key) =>
        decimal.Parse(row.GetProperty(key).ToString(), System.Globalization.CultureInfo.InvariantCulture);
}
