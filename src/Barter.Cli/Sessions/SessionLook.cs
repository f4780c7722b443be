using Barter.Actors;
using Barter.Engine;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>What a list shows of a session.</summary>
/// <param name="Name">The session's.</param>
/// <param name="State">One of <see cref="Running"/>, <see cref="Ended"/> and <see cref="Killed"/>, or a fault.</param>
/// <param name="Process">The process that runs it.</param>
/// <param name="Row">The rest; none where it cannot be told.</param>
/// <param name="Problem">Why it cannot be told.</param>
internal sealed record SessionLook(string Name, string State, int? Process, SessionRow? Row, string? Problem)
{
    public const string Running = "running";
    public const string Ended = "ended";
    public const string Killed = "killed";

    /// <summary>From the catalogue, if nothing was written since; else by replay of the journal.</summary>
    public static SessionLook At(SessionFolder folder, CancellationToken cancellation)
    {
        var writer = JournalDisk.WriterOf(folder.Location);
        if (SessionCatalog.Peek(folder.Location) is { } row && row.Updated >= TimeOf(folder.Written))
        {
            return new SessionLook(folder.Name, writer is null ? row.State : Running, writer, row, null);
        }

        try
        {
            return Replayed(folder, writer, cancellation);
        }
        catch (JournalException broken) when (broken.Kind == JournalFault.Broken)
        {
            return new SessionLook(folder.Name, "broken", writer, null, broken.Message);
        }
        catch (Exception other) when (other is JournalException or SessionRecoveryException)
        {
            return new SessionLook(folder.Name, writer is null ? "unknown" : Running, writer, null, other.Message);
        }
    }

    /// <summary>Positions for people: how much of what.</summary>
    public static string PositionsOf(EngineState state)
    {
        var open = new List<string>();
        foreach (var row in state.Instruments)
        {
            if (row.Position is { } position)
            {
                open.Add($"{DecimalText.Format(position.QuantitySigned)} {row.Instrument.Name}");
            }
        }

        return string.Join(", ", open);
    }

    /// <summary>What was earned, realised or not, in each asset in which profit is counted.</summary>
    public static string PnlOf(EngineState state)
    {
        var sums = new OrderedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var row in state.Instruments)
        {
            var asset = state.Catalog[row.Instrument.ProfitAsset].Asset.NameInternal;
            sums[asset] = sums.GetValueOrDefault(asset) + row.Positions.PnlRealised + row.PnlUnrealised;
        }

        return string.Join(", ", sums.Select(sum => $"{sum.Value.ToString("0.00####", null)} {sum.Key}"));
    }

    private static SessionLook Replayed(SessionFolder folder, int? writer, CancellationToken cancellation)
    {
        var read = TimeOf(DateTime.UtcNow);
        var (found, replica, difference) = JournalReplay.Run(folder.Disk, cancellationToken: cancellation);
        if (difference is not null || replica.Plan is null)
        {
            var problem = difference is null
                ? "nothing was begun yet"
                : $"a replay does something else from entry {difference.Entry} on; 'barter replay' shows what";
            return new SessionLook(folder.Name, writer is null ? "unknown" : Running, writer, null, problem);
        }

        var summary = replica.Summarise();
        var state = found?.EndedReason is null ? Killed : Ended;
        var row = new SessionRow(
            state, writer ?? 0, replica.Plan.Start, replica.Entries, summary.Counts.Steps, replica.Now,
            OrdersOf(replica.State), PositionsOf(replica.State), PnlOf(replica.State), read);
        if (writer is null)
        {
            Keep(folder, row);
        }

        return new SessionLook(folder.Name, writer is null ? state : Running, writer, row, null);
    }

    /// <summary>Only a cache: where it cannot be kept the next look takes as long as this one.</summary>
    private static void Keep(SessionFolder folder, SessionRow row)
    {
        try
        {
            using var catalog = SessionCatalog.Open(folder.Location);
            catalog.Put(row);
        }
        catch (JournalException)
        {
        }
    }

    private static int OrdersOf(EngineState state)
    {
        var count = 0;
        foreach (var row in state.Instruments)
        {
            count += row.Orders.Count;
        }

        return count;
    }

    private static Timestamp TimeOf(DateTime utc) => Timestamp.From(new DateTimeOffset(utc, TimeSpan.Zero));
}
