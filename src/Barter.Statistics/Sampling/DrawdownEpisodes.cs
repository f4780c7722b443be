using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Sampling;

/// <summary>
/// Keeps the deepest episodes of a curve that starts at 1, and the longest; as large after a year as after a day.
/// </summary>
internal sealed class DrawdownEpisodes(Timestamp start)
{
    private const int Kept = 5;
    private readonly List<DrawdownEpisode> _deepest = new(Kept + 1);
    private decimal _peak = 1m;
    private Timestamp _timePeak = start;
    private DrawdownEpisode? _open;
    private long _longestMillis;

    public void Update(decimal value, Timestamp at)
    {
        var seen = Seen(value, at);
        if (value < _peak)
        {
            _open = seen;
            return;
        }

        if (seen is { } ended)
        {
            Insert(_deepest, ended);
            _longestMillis = Math.Max(_longestMillis, ended.DurationMillis);
        }

        (_peak, _timePeak, _open) = (value, at, null);
    }

    /// <summary>The deepest first, of equals the first, with one more value; changes nothing.</summary>
    public (List<DrawdownEpisode> Deepest, long LongestMillis) Generate(decimal value, Timestamp at)
    {
        var deepest = new List<DrawdownEpisode>(_deepest);
        if (Seen(value, at) is not { } last)
        {
            return (deepest, _longestMillis);
        }

        Insert(deepest, last);
        return (deepest, Math.Max(_longestMillis, last.DurationMillis));
    }

    /// <summary>The current episode after a value; none where the peak stands.</summary>
    private DrawdownEpisode? Seen(decimal value, Timestamp at)
    {
        if (value >= _peak)
        {
            return _open is { } ended ? ended with { TimeRecovery = at, TimeEnd = at } : null;
        }

        var depth = (_peak - value) / _peak;
        return _open is { } open && depth <= open.Depth
            ? open with { TimeEnd = at }
            : new DrawdownEpisode(depth, _timePeak, at, null, at);
    }

    private static void Insert(List<DrawdownEpisode> deepest, DrawdownEpisode episode)
    {
        var place = deepest.FindIndex(other => other.Depth < episode.Depth);
        deepest.Insert(place < 0 ? deepest.Count : place, episode);
        if (deepest.Count > Kept)
        {
            deepest.RemoveAt(Kept);
        }
    }
}
