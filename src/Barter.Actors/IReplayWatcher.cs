using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Journal;
using Barter.Model;

namespace Barter.Actors;

/// <summary>Sees what a replay does, in order.</summary>
public interface IReplayWatcher
{
    /// <summary>An event was processed.</summary>
    /// <param name="entry">The number of the journal's entry that holds it.</param>
    /// <param name="now">The session's time as the engine had it.</param>
    /// <param name="cause">The event.</param>
    /// <param name="step">What it did.</param>
    /// <param name="state">The state after it, which goes on changing.</param>
    void Stepped(long entry, Timestamp now, EngineEvent cause, in EngineStep step, EngineState state);

    /// <summary>An entry that is no market event was taken in; after its step, if it made one.</summary>
    void Read(long number, JournalEntry entry);
}
