using Barter.Model;

namespace Barter.Statistics.Primitives;

/// <summary>The drawdowns of a whole series, the unfinished last one included. The order given is kept.</summary>
public static class Drawdowns
{
    public static ValueList<Drawdown> Series(IEnumerable<(Timestamp Time, decimal Value)> points)
    {
        var generator = new DrawdownGenerator();
        var found = new List<Drawdown>();
        foreach (var (time, value) in points)
        {
            if (generator.Update(value, time) is { } ended)
            {
                found.Add(ended);
            }
        }

        if (generator.Generate() is { } unfinished)
        {
            found.Add(unfinished);
        }

        return found.ToValueList();
    }

    public static Drawdown? Max(IEnumerable<(Timestamp Time, decimal Value)> points)
    {
        var max = new MaxDrawdownGenerator();
        foreach (var drawdown in Series(points))
        {
            max.Update(drawdown);
        }

        return max.Generate();
    }

    public static MeanDrawdown? Mean(IEnumerable<(Timestamp Time, decimal Value)> points)
    {
        var mean = new MeanDrawdownGenerator();
        foreach (var drawdown in Series(points))
        {
            mean.Update(drawdown);
        }

        return mean.Generate();
    }
}
