using Barter.Cli.Sessions;
using Barter.Cli.Terminal;
using Barter.Journal;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Cli.Verbs;

/// <summary><c>barter journal stat</c>: what a journal is made of.</summary>
internal static class JournalStatVerb
{
    private const string More =
        """
        Example:
          barter journal stat sessions --session paper --format json

        """;

    public static VerbCommand Create(CliConsole console) => JournalVerb.One(
        "stat", "Count the entries of a journal by kind.", More, (folder, isJson) =>
        {
            var found = JournalFile.Stat(folder.Disk);
            console.Output.Write(isJson ? JsonOf(folder, found) : PageOf(console, folder, found));
            return ExitCode.Done;
        });

    private static string PageOf(CliConsole console, SessionFolder folder, JournalStatistics found)
    {
        var page = new TextPage(console.Width, console is { OutputIsTerminal: true, IsDecorated: true });
        page.Heading(string.Create(null, $"{folder.Name}: {found.Entries:N0} entries"));
        page.Table(new SummaryTable(
            "",
            ["Kind", "Entries", "Bytes", "Bytes each"],
            found.ByKind.Select(row => ValueList.Create<string>(
            [
                row.Kind,
                row.Entries.ToString("N0", null),
                row.Bytes.ToString("N0", null),
                ((decimal)row.Bytes / row.Entries).ToString("N1", null),
            ])).ToValueList()));
        if (found is { First: { } first, Last: { } last })
        {
            page.Line($"from {first} to {last}");
        }

        page.Line(string.Create(
            null,
            $"{found.Bytes:N0} bytes in {found.Segments:N0} {(found.Segments == 1 ? "file" : "files")}, "
            + $"made durable {found.Seals:N0} times"));
        return page.ToString();
    }

    private static string JsonOf(SessionFolder folder, JournalStatistics found) => JsonText.Line(json =>
    {
        json.WriteString("session", folder.Name);
        json.WriteNumber("entries", found.Entries);
        json.WriteString("first", found.First?.ToString());
        json.WriteString("last", found.Last?.ToString());
        json.WriteNumber("bytes", found.Bytes);
        json.WriteNumber("files", found.Segments);
        json.WriteNumber("seals", found.Seals);
        json.WriteStartObject("kinds");
        foreach (var row in found.ByKind)
        {
            json.WriteStartObject(row.Kind);
            json.WriteNumber("entries", row.Entries);
            json.WriteNumber("bytes", row.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });
}
