using Barter.Model;

namespace Barter.Statistics.Primitives;

/// <summary>Keeps the mean depth and length of drawdowns.</summary>
public sealed class MeanDrawdownGenerator
{
    private decimal _sum;
    private Int128 _nanos;

    public long Count { get; private set; }

    public void Update(Drawdown drawdown)
    {
        (Count, _sum, _nanos) = (Count + 1, _sum + drawdown.Value, _nanos + Nanos(drawdown));
    }

    /// <summary>The mean so far, counting one that has not ended if it is given; changes nothing.</summary>
    public MeanDrawdown? Generate(Drawdown? unfinished = null)
    {
        var (count, sum, nanos) = unfinished is { } open
            ? (Count + 1, _sum + open.Value, _nanos + Nanos(open))
            : (Count, _sum, _nanos);
        return count == 0 ? null : new MeanDrawdown(sum / count, (long)(nanos / count / Timestamp.NanosPerMilli));
    }

    private static Int128 Nanos(Drawdown drawdown) =>
        (Int128)drawdown.TimeEnd.UnixNanos - drawdown.TimeStart.UnixNanos;
}
