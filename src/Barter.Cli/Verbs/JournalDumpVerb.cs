using System.CommandLine;
using Barter.Cli.Sessions;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary><c>barter journal dump</c>: entries as lines of JSON.</summary>
internal static class JournalDumpVerb
{
    private const string AllMarket = "Market";

    private static readonly string[] Kinds =
    [
        .. new[]
        {
            nameof(JournalEntry.Started), nameof(JournalEntry.Entered), nameof(JournalEntry.MarketRead),
            nameof(JournalEntry.OpenIntended), nameof(JournalEntry.CancelIntended), nameof(JournalEntry.Sent),
            nameof(JournalEntry.Ended), AllMarket,
        },
        .. Enum.GetNames<MarketEventKind>().Select(name => $"{AllMarket}.{name}"),
    ];

    private static readonly string More =
        $"""
        Kinds: {string.Join(", ", Kinds[..5])},
          {string.Join(", ", Kinds[5..11])},
          {string.Join(", ", Kinds[11..])}

        Example:
          barter journal dump sessions/paper --from 1000 --to 1999 --kind OpenIntended

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var session = new SessionArguments();
        var from = Options.Of("--from", "number", "the first entry that is written", Number);
        var to = Options.Of<long?>(
            "--to", "number", "the last entry that is written", text => Number(text));
        var kinds = Options.ManyOf("--kind", "kind", "only entries of that kind, see below; may be repeated", Kind);
        var command = new VerbCommand("dump", "Write the entries of a journal as lines of JSON.") { More = () => More };
        session.AddTo(command);
        foreach (var option in new Option[] { from, to, kinds })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            var lines = new Lines(
                console.Output, parsed.GetValue(to) ?? long.MaxValue, parsed.GetRequiredValue(kinds), cancellation);
            JournalFile.Read(session.Read(parsed).Disk, lines, parsed.GetValue(from));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static long Number(string text) => Options.Whole<long>(text) is var number and >= 0
        ? number
        : throw new FormatException($"'{text}' is not the number of an entry");

    private static string Kind(string text) =>
        Kinds.FirstOrDefault(kind => string.Equals(kind, text, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException($"'{text}' is not one of {string.Join(", ", Kinds)}");

    private sealed class Lines(TextWriter output, long to, string[] kinds, CancellationToken cancellation)
        : IJournalReader
    {
        public void Market(long number, Timestamp now, in MarketEvent told)
        {
            cancellation.ThrowIfCancellationRequested();
            if (number <= to && (kinds.Length == 0 || kinds.Contains(AllMarket) || IsWanted(EntryJson.KindOf(told))))
            {
                output.Write(EntryJson.Of(number, now, told));
            }
        }

        public void Entry(long number, JournalEntry entry)
        {
            cancellation.ThrowIfCancellationRequested();
            if (number <= to && IsWanted(EntryJson.KindOf(entry)))
            {
                output.Write(EntryJson.Of(number, entry));
            }
        }

        private bool IsWanted(string kind) => kinds.Length == 0 || kinds.Contains(kind, StringComparer.Ordinal);
    }
}
