using Barter.Actors.Engine;
using Barter.Actors.Settings;
using Barter.Journal;
using Barter.Model;

namespace Barter.Actors.Journal;

/// <summary>The one way to begin a session: where its journal ends, which for a new one is at the start.</summary>
internal static class Recovery
{
    /// <exception cref="JournalException">The journal cannot be opened, read or written.</exception>
    /// <exception cref="SessionRecoveryException">The session cannot be taken up with this plan.</exception>
    public static Beginning Begin(SessionPlan plan)
    {
        if (plan.Options.Journal is not { } settings)
        {
            return new Beginning(new SessionCore(plan), Journal: null, Catalog: null, Recovery: null);
        }

        var startedAt = plan.Options.Time.GetTimestamp();
        var options = new JournalOptions { Flush = settings.Flush };
        var journal = SessionJournal.Open(settings.Disk(plan.Session), plan.Session, options);
        SessionCatalog? catalog = null;
        try
        {
            catalog = settings.Catalog?.Invoke(plan.Session);
            var replay = new SessionReplay(plan);
            var from = Restore(plan, journal, catalog, replay);
            journal.Replay(replay, from);
            TakeUp(plan, journal, replay);
            var found = journal.Found.Entries == 0 ? null : new SessionRecovery(
                journal.Found.Entries,
                replay.Core.CountActive(),
                journal.Found.TornBytes,
                plan.Options.Time.GetElapsedTime(startedAt))
            {
                Replayed = journal.Found.Entries - from,
            };
            return new Beginning(replay.Core, journal, catalog, found)
            {
                Row = Standing.Of(replay.Core, Timestamp.From(plan.Options.Time.GetUtcNow())) with
                {
                    Entries = journal.Count,
                },
            };
        }
        catch (Exception)
        {
            catalog?.Dispose();
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Begins with the newest snapshot that this program can read.</summary>
    /// <returns>The number of the first entry that it does not take in.</returns>
    private static long Restore(
        SessionPlan plan, SessionJournal journal, SessionCatalog? catalog, SessionReplay replay)
    {
        catalog?.DropSnapshotsAbove(journal.Found.Entries);
        foreach (var snapshot in catalog?.Snapshots() ?? [])
        {
            // Its fingerprint is the plan: what the session is made of must not have changed
            PlanJson.Demand(plan, snapshot.Fingerprint, snapshot.Entries);
            plan.Resume(PlanJson.StartOf(snapshot.Fingerprint), snapshot.Now);
            if (SessionCore.TryRestore(plan, snapshot.Bytes, out var core, out _))
            {
                replay.GoOnFrom(core);
                return snapshot.Entries;
            }
        }

        return 0;
    }

    /// <summary>
    /// What was wished for by the last event, and not written when the process died, is intended now: it was not sent.
    /// </summary>
    private static void TakeUp(SessionPlan plan, SessionJournal journal, SessionReplay replay)
    {
        var core = replay.Begin();
        var now = core.MoveTo(Timestamp.Max(core.Now, plan.Clock.Now));
        using var batch = new JournalBatch();
        foreach (var (step, request) in replay.NotIntended)
        {
            batch.Add(request.ToIntent(now, step));
        }

        batch.Add(new JournalEntry.Started(now, PlanJson.Write(plan)));
        journal.Append(batch);
        journal.Flush();
    }
}
