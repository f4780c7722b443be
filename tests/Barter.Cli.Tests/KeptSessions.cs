using System.Text.Json;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Tests;

/// <summary>Sessions that were kept in a directory, each run once for all tests of a class.</summary>
public sealed class KeptSessions : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>What keeps both sessions.</summary>
    public string Root => _folder.Path;

    /// <summary>Quotes and cancels; its orders begin with <c>q-quoter-</c>.</summary>
    public string Quoter => _folder.File("q");

    /// <summary>Market orders; these begin with <c>ema-ema-cross-</c>.</summary>
    public string Cross => _folder.File("ema");

    /// <summary>What the first session said of itself at its end.</summary>
    public JsonElement Summary { get; private set; }

    /// <summary>How many events the first session took in.</summary>
    public long Steps => Summary.GetProperty("steps").GetInt64();

    public async Task InitializeAsync()
    {
        Summary = await RunAsync("q", "quoter", Given.Config);
        await RunAsync("ema", "ema-cross", Given.Config);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a session of a day at a speed at which the order of things is up to the machine.</summary>
    public async Task<JsonElement> RunAsync(string session, string strategy, string config, params string[] more)
    {
        var ran = await Ran.Barter(
        [
            "paper", "--config", config, "--market-data", Given.Day, "--strategy", strategy, "--speed", "40000x",
            "--journal", Root, "--session", session, "--format", "json", .. more,
        ]);
        Assert.True(ran.Code == ExitCode.Done, ran.Error);
        return JsonElement.Parse(ran.Output).GetProperty("run");
    }

    /// <summary>A copy that a test may spoil.</summary>
    internal static string Copy(string session, TempFolder to, string name = "copy")
    {
        var target = Directory.CreateDirectory(to.File(name)).FullName;
        foreach (var file in Directory.GetFiles(session, "*.journal"))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        return target;
    }

    /// <summary>Writes a journal anew, with other entries in it; a null leaves the entry out.</summary>
    internal static string Rewrite(
        string session, string name, TempFolder to, Func<long, JournalEntry, JournalEntry?> change)
    {
        var target = to.File("rewritten");
        using var journal = SessionJournal.Open(JournalDisk.At(target), name, new JournalOptions());
        using var batch = new JournalBatch();
        JournalFile.Read(JournalDisk.At(session), new Changing(batch, change));
        journal.Append(batch);
        journal.Flush();
        return target;
    }

    private sealed class Changing(JournalBatch batch, Func<long, JournalEntry, JournalEntry?> change) : IJournalReader
    {
        public void Market(long number, Timestamp now, in MarketEvent told) => batch.AddMarket(now, told);

        public void Entry(long number, JournalEntry entry)
        {
            if (change(number, entry) is { } changed)
            {
                batch.Add(changed);
            }
        }
    }
}
