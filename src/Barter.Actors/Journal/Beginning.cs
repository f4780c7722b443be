using Barter.Actors.Engine;
using Barter.Journal;

namespace Barter.Actors.Journal;

/// <summary>What a session begins with: all that was before, or nothing.</summary>
/// <param name="Core">Where it was.</param>
/// <param name="Journal">What goes on being written; none for a session that is not kept.</param>
/// <param name="Catalog">Where its snapshots are kept; none where there are none.</param>
/// <param name="Recovery">What was found; none for a session that is new.</param>
internal sealed record Beginning(
    SessionCore Core, SessionJournal? Journal, SessionCatalog? Catalog, SessionRecovery? Recovery)
{
    /// <summary>How it stands, for lists; none for a session that is not kept.</summary>
    public SessionRow? Row { get; init; }

    /// <summary>Whether it had been stopped in order, and not killed.</summary>
    public bool WasEnded => Journal?.Found.EndedReason is not null;

    public bool IsRestart => Recovery is not null;
}
