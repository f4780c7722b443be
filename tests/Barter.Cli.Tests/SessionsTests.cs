using System.Diagnostics;
using System.Text.Json;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Tests;

[Trait("Category", "Integration")]
public sealed class SessionsTests(KeptSessions kept) : IClassFixture<KeptSessions>
{
    [Fact]
    public async Task Each_is_told_with_its_figures_and_as_fast_again_from_the_catalogue()
    {
        var first = await Ran.Barter("sessions", kept.Root, "--format", "json");
        var again = await Ran.Barter("sessions", kept.Root, "--format", "json");
        var table = await Ran.Barter("sessions", kept.Root);

        Assert.Equal((ExitCode.Done, ""), (first.Code, first.Error));
        Assert.Equal(first, again);
        Assert.Equal(first, await Ran.Barter("sessions", kept.Root, "--format", "json", "--quick"));
        var quoter = JsonElement.Parse(first.Output).GetProperty("sessions").GetProperty("q");
        Assert.Equal(SessionRow.Ended, quoter.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, quoter.GetProperty("process").ValueKind);
        Assert.Equal(kept.Summary.GetProperty("steps").GetInt64(), quoter.GetProperty("events").GetInt64());
        Assert.True(quoter.GetProperty("pnl").TryGetProperty("usdt", out _));
        Assert.Contains("│ ema ", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_tells_the_figures_and_what_came_after_it_is_counted()
    {
        using var folder = new TempFolder();
        var copy = KeptSessions.Copy(kept.Quoter, folder);
        var all = JournalFile.Verify(JournalDisk.At(copy)).Entries;
        var row = new SessionRow(
            SessionRow.Ended, "so", 0, Timestamp.Epoch, all, 2, Timestamp.Epoch, 3, "4 x", "5 y", Timestamp.Epoch);
        var fresh = await LookAsync(copy, row);
        var behind = await LookAsync(copy, row with { Entries = 1 }, "--quick");
        var exact = await LookAsync(copy, row with { Entries = 1 });
        var another = await LookAsync(copy, row with { Entries = all + 1 });

        Assert.Equal("5", fresh.GetProperty("pnl").GetProperty("y").GetString());
        Assert.Equal((2, 0), EventsOf(fresh));
        Assert.Equal("5", behind.GetProperty("pnl").GetProperty("y").GetString());
        Assert.Equal((kept.Steps + 2, kept.Steps), EventsOf(behind));
        Assert.Equal((kept.Steps, 0), EventsOf(exact));
        Assert.Equal(exact.ToString(), another.ToString());
        Assert.Equal(exact.GetProperty("last_event").ToString(), behind.GetProperty("last_event").ToString());
    }

    [Fact]
    public async Task A_session_that_halted_says_why_though_its_disk_could_not_keep_that()
    {
        using var folder = new TempFolder();
        var copy = KeptSessions.Copy(kept.Quoter, folder);
        Cut(copy);
        var row = new SessionRow(
            SessionRow.Halted, "no room", 0, Timestamp.Epoch, 1, 2, Timestamp.Epoch, 0, "", "", Timestamp.Epoch);

        var halted = await LookAsync(copy, row);

        Assert.Equal("halted", halted.GetProperty("state").GetString());
        Assert.Equal("halted", (await LookAsync(copy)).GetProperty("state").GetString());
        Assert.Equal("no room", halted.GetProperty("problem").GetString());
    }

    [Fact]
    public async Task A_session_tells_how_it_stands_itself_and_kill_9_leaves_that_behind()
    {
        using var folder = new TempFolder();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                typeof(BarterCommand).Assembly.Location, "paper", "--config", Given.Config, "--market-data", Given.Day,
                "--strategy", "quoter", "--speed", "1000x", "--journal", folder.Path, "--session", "q",
                "--snapshot-every", "50",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.StandardError.ReadLineAsync(limit.Token);
        var begun = SessionCatalog.Peek(folder.File("q"))!;
        var later = begun;
        while (later.Events < begun.Events + 100)
        {
            limit.Token.ThrowIfCancellationRequested();
            later = SessionCatalog.Peek(folder.File("q"))!;
        }

        var running = await LookAsync(folder.File("q"));
        process.Kill();
        await process.WaitForExitAsync(limit.Token);
        var row = SessionCatalog.Peek(folder.File("q"))!;
        var killed = await LookAsync(folder.File("q"), more: "--quick");
        var same = SessionCatalog.Peek(folder.File("q"));
        var exact = await LookAsync(folder.File("q"));

        Assert.Equal((SessionRow.Running, process.Id), (begun.State, begun.ProcessId));
        Assert.Equal(SessionRow.Running, running.GetProperty("state").GetString());
        Assert.Equal(process.Id, running.GetProperty("process").GetInt32());
        Assert.Equal("killed", killed.GetProperty("state").GetString());
        Assert.Equal(row, same);
        Assert.Equal(EventsOf(killed).All, row.Events + EventsOf(killed).Unseen);
        Assert.Equal((EventsOf(killed).All, 0), EventsOf(exact));
    }

    [Fact]
    public async Task One_that_was_killed_and_one_that_runs_are_told_so()
    {
        using var folder = new TempFolder();
        var copy = KeptSessions.Copy(kept.Quoter, folder);
        Cut(copy);

        var killed = await LookAsync(copy);
        JsonElement running;
        using (JournalDisk.At(copy).Lock())
        {
            running = await LookAsync(copy);
        }

        Assert.Equal("killed", killed.GetProperty("state").GetString());
        Assert.Equal("running", running.GetProperty("state").GetString());
        Assert.Equal(Environment.ProcessId, running.GetProperty("process").GetInt32());
        Assert.Equal("killed", (await LookAsync(copy)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_directory_without_sessions_is_no_error()
    {
        using var folder = new TempFolder();

        var ran = await Ran.Barter("sessions", folder.Path);

        Assert.Equal(new Ran(ExitCode.Done, $"{folder.Path} holds no sessions\n", ""), ran);
        Assert.Equal(ExitCode.Failed, (await Ran.Barter("sessions", folder.File("nowhere"))).Code);
    }

    private static (long All, long Unseen) EventsOf(JsonElement session) => (
        session.GetProperty("events").GetInt64(), session.GetProperty("events_not_in_figures").GetInt64());

    private static void Cut(string session)
    {
        using var file = File.OpenWrite(Directory.GetFiles(session, "*.journal").Single());
        file.SetLength(file.Length / 2);
    }

    /// <param name="session">Its directory.</param>
    /// <param name="row">What the session said of itself, if that is to be something else.</param>
    /// <param name="more">Further arguments.</param>
    private static async Task<JsonElement> LookAsync(string session, SessionRow? row = null, params string[] more)
    {
        if (row is not null)
        {
            using var catalog = SessionCatalog.Open(session);
            catalog.Put(row);
        }

        var ran = await Ran.Barter(["sessions", session, "--format", "json", .. more]);
        return JsonElement.Parse(ran.Output).GetProperty("sessions").GetProperty(Path.GetFileName(session));
    }
}
