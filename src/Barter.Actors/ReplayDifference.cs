using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Actors;

/// <summary>The first place at which a replay does not do what the session did.</summary>
/// <param name="Entry">The number of the journal's entry that does not fit, from 0.</param>
/// <param name="Now">The session's time there.</param>
/// <param name="CauseEntry">The number of the entry whose event was processed last.</param>
/// <param name="Cause">That event.</param>
/// <param name="Step">The number of the engine's step that it is about.</param>
/// <param name="Then">What the session wished for there; none for nothing.</param>
/// <param name="Instead">What the replay wishes for there; none for nothing.</param>
public sealed record ReplayDifference(
    long Entry, Timestamp Now, long CauseEntry, EngineEvent Cause, ulong Step, ExecutionRequest? Then,
    ExecutionRequest? Instead);
