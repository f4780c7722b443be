using Barter.Cli.Sessions;
using Barter.Journal;

namespace Barter.Cli.Verbs;

/// <summary><c>barter journal verify</c>: whether a journal is whole.</summary>
internal static class JournalVerifyVerb
{
    private const string More =
        """
        Checks every byte. Changes nothing, and can be run while the session runs.
        Exit code 0 means that it is whole, 3 that it is broken.

        Example:
          barter journal verify sessions/paper

        """;

    public static VerbCommand Create(CliConsole console) => JournalVerb.One(
        "verify", "Check that a journal is what was written.", More, (folder, isJson) => Run(console, folder, isJson));

    private static int Run(CliConsole console, SessionFolder folder, bool isJson)
    {
        try
        {
            var found = JournalFile.Verify(folder.Disk);
            console.Output.Write(isJson ? JsonOf(folder, found) : TextOf(folder, found));
            return ExitCode.Done;
        }
        catch (JournalException broken) when (isJson && broken.Kind == JournalFault.Broken)
        {
            console.Output.Write(JsonOf(folder, broken));
            throw;
        }
    }

    private static string TextOf(SessionFolder folder, JournalFound found)
    {
        var torn = found.TornBytes == 0
            ? ""
            : string.Create(
                null,
                $"; behind them {found.TornBytes:N0} bytes of an unfinished write, which the next start cuts off");
        return string.Create(null, $"{folder.Name}: whole, {found.Entries:N0} entries{torn}\n");
    }

    private static string JsonOf(SessionFolder folder, JournalFound found) => JsonText.Line(json =>
    {
        json.WriteString("session", folder.Name);
        json.WriteBoolean("is_whole", true);
        json.WriteNumber("entries", found.Entries);
        json.WriteNumber("torn_bytes", found.TornBytes);
        json.WriteString("ended", found.EndedReason);
    });

    private static string JsonOf(SessionFolder folder, JournalException broken) => JsonText.Line(json =>
    {
        json.WriteString("session", folder.Name);
        json.WriteBoolean("is_whole", false);
        json.WriteString("file", broken.File);
        json.WriteNumber("position", broken.Position ?? 0);
        json.WriteString("message", broken.Message);
    });
}
