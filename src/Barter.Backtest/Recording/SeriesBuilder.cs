using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>Keeps a value over time in at most 2,000 steps: when they run out, two neighbours become one.</summary>
internal sealed class SeriesBuilder(Timestamp start)
{
    public const int StepsMax = 2_000;

    private readonly List<Step> _steps = [];
    private long _nanos = Timestamp.NanosPerSecond;
    private decimal _peak = decimal.MinValue;

    public bool IsEmpty => _steps.Count == 0;

    public void Add(Timestamp time, decimal value)
    {
        var index = IndexOf(time);
        while (index >= StepsMax)
        {
            Coarsen();
            index = IndexOf(time);
        }

        _peak = Math.Max(_peak, value);
        var step = new Step(index, value, value, value, value, _peak - value, _peak);
        if (_steps.Count > 0 && _steps[^1].Index == index)
        {
            _steps[^1] = _steps[^1].Then(step);
        }
        else
        {
            _steps.Add(step);
        }
    }

    /// <summary>Adds what had been there all the time and was not known before.</summary>
    public void Raise(decimal by)
    {
        if (_steps.Count == 0 || by == 0m)
        {
            return;
        }

        _peak += by;
        for (var i = 0; i < _steps.Count; i++)
        {
            _steps[i] = _steps[i].Raised(by);
        }
    }

    public PointSeries Build() => new(
        new TimeSpan(_nanos / Timestamp.NanosPerTick),
        _steps.Select(step => step.ToPoint(start.AddNanos(step.Index * _nanos))).ToValueList());

    private long IndexOf(Timestamp time) => Math.Max(0L, time.UnixNanos - start.UnixNanos) / _nanos;

    private void Coarsen()
    {
        _nanos *= 2;
        var count = 0;
        for (var i = 0; i < _steps.Count; i++)
        {
            var step = _steps[i] with { Index = _steps[i].Index / 2 };
            if (count > 0 && _steps[count - 1].Index == step.Index)
            {
                _steps[count - 1] = _steps[count - 1].Then(step);
            }
            else
            {
                _steps[count++] = step;
            }
        }

        _steps.RemoveRange(count, _steps.Count - count);
    }

    /// <param name="Index">The place of the step, from the start.</param>
    /// <param name="First">The first value.</param>
    /// <param name="Low">The lowest value.</param>
    /// <param name="High">The highest value.</param>
    /// <param name="Last">The last value.</param>
    /// <param name="Fall">The deepest fall from a peak, in the unit of the value.</param>
    /// <param name="Peak">The peak from which it fell.</param>
    private readonly record struct Step(
        long Index, decimal First, decimal Low, decimal High, decimal Last, decimal Fall, decimal Peak)
    {
        private decimal Drawdown => Fall > 0m && Peak > 0m ? Fall / Peak : 0m;

        public Step Then(in Step next)
        {
            var deeper = next.Fall > 0m && next.Drawdown > Drawdown ? next : this;
            return new Step(
                Index, First, Math.Min(Low, next.Low), Math.Max(High, next.High), next.Last, deeper.Fall, deeper.Peak);
        }

        public Step Raised(decimal by) => this with
        {
            First = First + by,
            Low = Low + by,
            High = High + by,
            Last = Last + by,
            Peak = Peak + by,
        };

        public SeriesPoint ToPoint(Timestamp time) => new(time, First, Low, High, Last, Drawdown);
    }
}
