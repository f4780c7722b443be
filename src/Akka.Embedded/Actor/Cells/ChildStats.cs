namespace Akka.Actor;

/// <summary>A child, its place among its siblings, and how often it was restarted lately.</summary>
internal sealed class ChildStats(LocalActorRef child)
{
    private TimeSpan? _windowStart;
    private int _restarts;

    public LocalActorRef Child { get; } = child;

    public ChildStats? Before { get; set; }

    public ChildStats? After { get; set; }

    /// <param name="maxRestarts">0 for none; negative for no limit.</param>
    /// <param name="window">In which they are counted; zero or negative for the whole life.</param>
    /// <param name="now">Any clock that does not go back.</param>
    public bool MayRestart(int maxRestarts, TimeSpan window, TimeSpan now)
    {
        if (maxRestarts == 0)
        {
            return false;
        }

        if (window > TimeSpan.Zero)
        {
            return MayRestartInWindow(maxRestarts > 0 ? maxRestarts : 1, window, now);
        }

        return maxRestarts < 0 || ++_restarts <= maxRestarts;
    }

    private bool MayRestartInWindow(int maxRestarts, TimeSpan window, TimeSpan now)
    {
        if (_windowStart is { } start && now - start <= window)
        {
            return ++_restarts <= maxRestarts;
        }

        (_windowStart, _restarts) = (now, 1);
        return true;
    }
}
