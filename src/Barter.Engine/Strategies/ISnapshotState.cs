namespace Barter.Engine.Strategies;

/// <summary>
/// What a strategy or a risk policy may offer beside its own interface, so that a session goes on from a snapshot
/// after a restart. Without it the session's journal is replayed from its beginning: slower, and just as right.
/// </summary>
public interface ISnapshotState
{
    /// <summary>All that its later answers depend on and no setting tells; null where it remembers nothing.</summary>
    /// <remarks>
    /// Plain data of any types: numbers, strings, records, arrays, collections. It is copied field by field before the
    /// next event, so its own objects may be given. Settings, delegates and whatever is of this process only stay out.
    /// </remarks>
    object? SaveState();

    /// <summary>Makes a new one what the one that saved was. Called once, before anything else.</summary>
    /// <param name="state">A copy of what was saved.</param>
    void RestoreState(object? state);
}
