using System.Globalization;
using Barter.Actors;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary>What a command line asks of a session that outlives its process.</summary>
/// <param name="Directory">Where sessions are kept.</param>
/// <param name="Session">The name of this one.</param>
/// <param name="Flush">When what happened is made durable.</param>
internal sealed record PaperKeep(string Directory, string Session, FlushPolicy Flush)
{
    private const string EveryIntent = "intent";

    /// <summary>After how many events the whole state is kept; none for as often as is usual.</summary>
    public int? SnapshotEvery { get; init; }

    /// <exception cref="FormatException">It is no policy.</exception>
    public static FlushPolicy ParseFlush(string text)
    {
        if (text is EveryIntent)
        {
            return FlushPolicy.EveryIntent;
        }

        return text.EndsWith("ms", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(..^2), NumberStyles.None, CultureInfo.InvariantCulture, out var millis)
            && millis > 0
                ? FlushPolicy.Every(TimeSpan.FromMilliseconds(millis))
                : throw new FormatException($"'{text}' is not {EveryIntent}, or a time such as 10ms");
    }

    public JournalSettings ToSettings(BacktestRequest run) => JournalSettings.At(Directory) with
    {
        Flush = Flush,
        SnapshotEvery = SnapshotEvery ?? JournalSettings.UsualSnapshotEvery,
        Strategy = run.Strategy,
        Parameters = run.Parameters.ToValueList(),
    };

    /// <summary>What is said when the session has started.</summary>
    public string Greeting(SessionRecovery? recovery)
    {
        if (recovery is null)
        {
            return $"session {Session} is new; {Directory} keeps it";
        }

        var torn = recovery.TornBytes == 0
            ? ""
            : string.Create(null, $"; {recovery.TornBytes:N0} bytes of an unfinished write were cut off");
        return string.Create(
            null,
            $"session {Session}: recovered {recovery.Entries:N0} events, {recovery.Orders:N0} orders in "
            + $"{recovery.Took.TotalMilliseconds:N0} ms{torn}");
    }
}
