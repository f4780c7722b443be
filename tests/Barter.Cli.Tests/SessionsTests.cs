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
        var quoter = JsonElement.Parse(first.Output).GetProperty("sessions").GetProperty("q");
        Assert.Equal("ended", quoter.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, quoter.GetProperty("process").ValueKind);
        Assert.Equal(kept.Summary.GetProperty("steps").GetInt64(), quoter.GetProperty("events").GetInt64());
        Assert.True(quoter.GetProperty("pnl").TryGetProperty("usdt", out _));
        Assert.Contains("│ ema ", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_counts_until_something_is_written()
    {
        using var folder = new TempFolder();
        var copy = KeptSessions.Copy(kept.Quoter, folder);
        using (var catalog = SessionCatalog.Open(copy))
        {
            catalog.Put(new SessionRow(
                "ended", 0, Timestamp.Epoch, 1, 2, Timestamp.Epoch, 3, "4 x", "5 y",
                Timestamp.From(DateTimeOffset.UtcNow)));
        }

        var fresh = await LookAsync(copy);
        File.SetLastWriteTimeUtc(Directory.GetFiles(copy, "*.journal").Single(), DateTime.UtcNow.AddHours(1));
        var stale = await LookAsync(copy);

        Assert.Equal("5", fresh.GetProperty("pnl").GetProperty("y").GetString());
        Assert.Equal(2, fresh.GetProperty("events").GetInt64());
        Assert.Equal(kept.Summary.GetProperty("steps").GetInt64(), stale.GetProperty("events").GetInt64());
    }

    [Fact]
    public async Task One_that_was_killed_and_one_that_runs_are_told_so()
    {
        using var folder = new TempFolder();
        var copy = KeptSessions.Copy(kept.Quoter, folder);
        using (var file = File.OpenWrite(Directory.GetFiles(copy).Single()))
        {
            file.SetLength(file.Length / 2);
        }

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

    private static async Task<JsonElement> LookAsync(string session)
    {
        var ran = await Ran.Barter("sessions", session, "--format", "json");
        return JsonElement.Parse(ran.Output).GetProperty("sessions").GetProperty(Path.GetFileName(session));
    }
}
