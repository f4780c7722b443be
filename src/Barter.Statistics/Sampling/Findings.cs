using Barter.Model;

namespace Barter.Statistics.Sampling;

/// <summary>Takes the values of metrics apart from the reasons for which there are none.</summary>
internal sealed class Findings(string label)
{
    private readonly List<UndefinedMetric> _undefined = [];

    public ValueList<UndefinedMetric> Undefined => _undefined.ToValueList();

    public decimal? Value(string metric, Metric found)
    {
        if (found.Reason is { } reason)
        {
            _undefined.Add(new UndefinedMetric(metric, reason));
        }

        return found.Value;
    }

    public IntervalMetric Stated(string metric, Metric found) => new(Value(metric, found), label);

    public T? Known<T>(string metric, T value, string? barrier) where T : struct
    {
        if (barrier is null)
        {
            return value;
        }

        _undefined.Add(new UndefinedMetric(metric, barrier));
        return null;
    }
}
