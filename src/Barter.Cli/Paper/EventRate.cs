namespace Barter.Cli.Paper;

/// <summary>How many events happen in a second, over the last few.</summary>
internal sealed class EventRate
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    private readonly Queue<(TimeSpan At, long Events)> _seen = new([(TimeSpan.Zero, 0)]);

    /// <summary>The rate after one more look.</summary>
    /// <param name="at">Since the start; later than in the look before.</param>
    /// <param name="events">In all.</param>
    public double After(TimeSpan at, long events)
    {
        while (_seen.Count > 1 && at - _seen.ElementAt(1).At >= Window)
        {
            _seen.Dequeue();
        }

        var (first, before) = _seen.Peek();
        _seen.Enqueue((at, events));
        return at > first ? (events - before) / (at - first).TotalSeconds : 0;
    }
}
