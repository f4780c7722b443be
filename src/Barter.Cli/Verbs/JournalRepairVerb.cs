using Barter.Cli.Sessions;
using Barter.Journal;

namespace Barter.Cli.Verbs;

/// <summary><c>barter journal repair</c>: makes a broken journal one that can be opened.</summary>
internal static class JournalRepairVerb
{
    private const string More =
        """
        Keeps everything before the first broken place. The rest is copied to files
        that end in .broken before it is cut off. The session must not run. Afterwards
        the exchanges are asked what became of the orders, as at every start.

        Example:
          barter journal repair sessions/paper

        """;

    public static VerbCommand Create(CliConsole console) => JournalVerb.One(
        "repair", "Keep what is whole of a broken journal.", More, (folder, isJson) =>
        {
            var done = JournalFile.Repair(folder.Disk);
            console.Output.Write(isJson ? JsonOf(folder, done) : TextOf(folder, done));
            return ExitCode.Done;
        });

    private static string TextOf(SessionFolder folder, JournalRepaired done) => done.Damage is null
        ? string.Create(null, $"{folder.Name}: whole, {done.Kept:N0} entries; nothing was changed\n")
        : string.Create(
            null,
            $"{folder.Name}: was broken at {done.Damage}\n"
            + $"kept {done.Kept:N0} entries; took out {done.LostBytes:N0} bytes{Lost(done)}\n"
            + $"they are in {string.Join(", ", done.Aside)}\n");

    private static string Lost(JournalRepaired done) => done.LostEntriesMin == 0
        ? ""
        : string.Create(null, $", which are {done.LostEntriesMin:N0} entries or more");

    private static string JsonOf(SessionFolder folder, JournalRepaired done) => JsonText.Line(json =>
    {
        json.WriteString("session", folder.Name);
        json.WriteNumber("kept", done.Kept);
        json.WriteString("damage", done.Damage);
        json.WriteNumber("lost_bytes", done.LostBytes);
        json.WriteNumber("lost_entries_min", done.LostEntriesMin);
        json.WriteStartArray("aside");
        foreach (var name in done.Aside)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    });
}
