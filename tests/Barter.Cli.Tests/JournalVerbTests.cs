using System.Text.Json;

namespace Barter.Cli.Tests;

[Trait("Category", "Integration")]
public sealed class JournalVerbTests(KeptSessions kept) : IClassFixture<KeptSessions>
{
    private const string File0 = "00000000000000000000.journal";

    [Fact]
    public async Task A_whole_journal_is_told_in_one_line()
    {
        var ran = await Ran.Barter("journal", "verify", kept.Quoter);

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.Matches("^q: whole, [0-9,]+ entries\n$", ran.Output);
        Assert.Equal(ran, await Ran.Barter("journal", "verify", kept.Root, "--session", "q"));
        var json = JsonElement.Parse((await Ran.Barter("journal", "verify", kept.Quoter, "--format", "json")).Output);
        Assert.True(json.GetProperty("is_whole").GetBoolean());
        Assert.Equal("Shutdown: it was shut down", json.GetProperty("ended").GetString());
    }

    [Fact]
    public async Task A_byte_that_changed_is_told_with_its_place_and_remedy_and_an_exit_code_of_its_own()
    {
        using var folder = new TempFolder();
        var copy = KeptSessions.Copy(kept.Quoter, folder);
        var before = Spoil(copy, at: 200_000);

        var ran = await Ran.Barter("journal", "verify", copy);

        Assert.Equal((ExitCode.Broken, ""), (ran.Code, ran.Output));
        var told = Assert.Single(ran.ErrorLines);
        Assert.StartsWith($"barter: {File0} is broken at byte ", told, StringComparison.Ordinal);
        Assert.Contains("'barter journal repair'", told, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(copy, File0)));
        var json = await Ran.Barter("journal", "verify", copy, "--format", "json");
        Assert.Equal(ExitCode.Broken, json.Code);
        Assert.InRange(JsonElement.Parse(json.Output).GetProperty("position").GetInt64(), 190_000, 200_000);
        Assert.Equal(ExitCode.Broken, (await Ran.Barter("replay", copy)).Code);
        Assert.Contains("broken", (await Ran.Barter("sessions", copy)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repair_keeps_what_is_whole_and_puts_the_rest_aside()
    {
        using var folder = new TempFolder();
        var copy = KeptSessions.Copy(kept.Quoter, folder);
        var before = Spoil(copy, at: 200_000);

        var ran = await Ran.Barter("journal", "repair", copy, "--format", "json");

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        var done = JsonElement.Parse(ran.Output);
        var aside = Path.Combine(copy, done.GetProperty("aside")[0].GetString()!);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(copy, File0)).Concat(File.ReadAllBytes(aside)));
        Assert.True(done.GetProperty("lost_entries_min").GetInt64() > 10_000);
        Assert.Equal(ExitCode.Done, (await Ran.Barter("journal", "verify", copy)).Code);
        Assert.StartsWith("identical", (await Ran.Barter("replay", copy)).Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "nothing was changed\n", (await Ran.Barter("journal", "repair", copy)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dump_writes_every_entry_that_stat_counts()
    {
        var stat = JsonElement.Parse((await Ran.Barter("journal", "stat", kept.Quoter, "--format", "json")).Output);
        var lines = (await Ran.Barter("journal", "dump", kept.Quoter)).Output.TrimEnd('\n').Split('\n');

        var entries = lines.Select(line => JsonElement.Parse(line)).ToArray();
        Assert.Equal(stat.GetProperty("entries").GetInt64(), entries.Length);
        Assert.Equal(
            Enumerable.Range(0, entries.Length), entries.Select(entry => entry.GetProperty("number").GetInt32()));
        Assert.Equal(
            stat.GetProperty("kinds").EnumerateObject()
                .ToDictionary(kind => kind.Name, kind => kind.Value.GetProperty("entries").GetInt32()),
            entries.GroupBy(entry => entry.GetProperty("kind").GetString()!)
                .ToDictionary(kind => kind.Key, kind => kind.Count()));
        Assert.Contains("OpenIntended", (await Ran.Barter("journal", "stat", kept.Quoter)).Output);
    }

    [Fact]
    public async Task Dump_writes_what_is_asked_for()
    {
        var all = (await Ran.Barter("journal", "dump", kept.Quoter)).Output.TrimEnd('\n').Split('\n');

        var part = await Ran.Barter("journal", "dump", kept.Quoter, "--from", "100", "--to", "199");
        var kinds = await Ran.Barter("journal", "dump", kept.Quoter, "--kind", "started", "--kind", "Ended");
        var market = await Ran.Barter("journal", "dump", kept.Quoter, "--kind", "market", "--to", "2000");

        Assert.Equal(all[100..200], part.Output.TrimEnd('\n').Split('\n'));
        Assert.Equal([all[0], all[^1]], kinds.Output.TrimEnd('\n').Split('\n'));
        Assert.Equal(
            all[..2001].Where(line => line.Contains("\"kind\":\"Market.", StringComparison.Ordinal)),
            market.Output.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("journal verify ROOT", "barter: --session: say which; ROOT holds ema, q")]
    [InlineData("journal verify ROOT --session x", "barter: --session: there is no session 'x'; ROOT holds ema, q")]
    [InlineData("journal dump ROOT/q --from x", "barter: --from: 'x' is not a whole number in range")]
    [InlineData("journal dump ROOT/q --kind x", "barter: --kind: 'x' is not one of Started, Entered")]
    [InlineData("journal verify", "barter: required argument 'dir' missing")]
    [InlineData("journal", "barter: choose what to do: verify or dump or stat or repair")]
    public async Task What_cannot_be_is_a_usage_error(string line, string told)
    {
        var ran = await Ran.Barter(line.Replace("ROOT", kept.Root, StringComparison.Ordinal).Split(' '));

        Assert.Equal((ExitCode.Usage, ""), (ran.Code, ran.Output));
        Assert.StartsWith(
            told.Replace("ROOT", kept.Root, StringComparison.Ordinal), ran.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_without_a_session_is_told_so()
    {
        using var folder = new TempFolder();

        var empty = await Ran.Barter("journal", "verify", folder.Path);
        var missing = await Ran.Barter("journal", "verify", folder.File("nowhere"));

        Assert.Equal(ExitCode.Failed, empty.Code);
        Assert.StartsWith($"barter: {folder.Path}: holds no session", Assert.Single(empty.ErrorLines));
        Assert.Equal(ExitCode.Failed, missing.Code);
        Assert.StartsWith($"barter: {folder.File("nowhere")}: no such directory", Assert.Single(missing.ErrorLines));
    }

    private static byte[] Spoil(string session, int at)
    {
        var path = Path.Combine(session, File0);
        var bytes = File.ReadAllBytes(path);
        bytes[at] ^= 0x10;
        File.WriteAllBytes(path, bytes);
        return bytes;
    }
}
