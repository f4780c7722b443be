using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Sampling;

/// <summary>Instants at whole multiples of a step since the epoch: midnights (UTC) for a step of a day.</summary>
internal sealed class SamplingGrid
{
    private readonly long _step;

    public SamplingGrid(TimeSpan step, Timestamp start)
    {
        Step = step;
        _step = checked(step.Ticks * Timestamp.NanosPerTick);
        var past = Modulo(start);
        Next = start.AddNanos(_step - past);
        IsFirstStepCut = past != 0;
    }

    public TimeSpan Step { get; }

    /// <summary>Whether the start lies between two points, so that the first step is shorter than the others.</summary>
    public bool IsFirstStepCut { get; }

    /// <summary>The first point not crossed yet.</summary>
    public Timestamp Next { get; private set; }

    /// <summary>Crosses every point up to and including an instant, and gives how many there were.</summary>
    public long Cross(Timestamp at)
    {
        if (at < Next)
        {
            return 0;
        }

        var crossed = ((at.UnixNanos - Next.UnixNanos) / _step) + 1;
        Next = Next.AddNanos(crossed * _step);
        return crossed;
    }

    /// <summary>How many steps an interval holds.</summary>
    public decimal Periods(ReturnInterval interval) => (decimal)interval.Length.Ticks / Step.Ticks;

    /// <summary>A return per year as one per step, compounded.</summary>
    public decimal RiskFree(decimal perYear, int daysPerYear) => perYear == 0m
        ? 0m
        : DecimalMath.Pow(1m + perYear, (decimal)Step.Ticks / (TimeSpan.TicksPerDay * daysPerYear)) - 1m;

    private long Modulo(Timestamp time)
    {
        var rest = time.UnixNanos % _step;
        return rest < 0 ? rest + _step : rest;
    }
}
