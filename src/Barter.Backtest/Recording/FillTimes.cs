using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>Lengths of time: their mean, and the median of a sample that is thinned out when it is full.</summary>
internal sealed class FillTimes
{
    private const int SampleMax = 1 << 16;

    private readonly List<long> _sample = [];
    private long _every = 1;
    private long _count;
    private decimal _sum;

    public TimeSpan? Mean => _count == 0 ? null : Span((long)(_sum / _count));

    public TimeSpan? Median
    {
        get
        {
            if (_sample.Count == 0)
            {
                return null;
            }

            var sorted = _sample.Order().ToArray();
            var half = sorted.Length / 2;
            return Span(sorted.Length % 2 == 1
                ? sorted[half]
                : (long)(((decimal)sorted[half - 1] + sorted[half]) / 2m));
        }
    }

    public void Add(long nanos)
    {
        _sum += nanos;
        if (_count++ % _every != 0)
        {
            return;
        }

        _sample.Add(nanos);
        if (_sample.Count == SampleMax)
        {
            for (var i = 0; i < SampleMax / 2; i++)
            {
                _sample[i] = _sample[2 * i];
            }

            _sample.RemoveRange(SampleMax / 2, SampleMax / 2);
            _every *= 2;
        }
    }

    private static TimeSpan Span(long nanos) => new(nanos / Timestamp.NanosPerTick);
}
