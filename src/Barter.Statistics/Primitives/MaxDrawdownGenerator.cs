namespace Barter.Statistics.Primitives;

/// <summary>Keeps the deepest drawdown; of equals the first. Magnitude decides, whatever the sign.</summary>
public sealed class MaxDrawdownGenerator
{
    private Drawdown? _max;

    public void Update(Drawdown drawdown) => _max = Generate(drawdown);

    /// <summary>The deepest so far, counting one that has not ended if it is given; changes nothing.</summary>
    public Drawdown? Generate(Drawdown? unfinished = null) =>
        unfinished is { } open && (_max is not { } max || Math.Abs(open.Value) > Math.Abs(max.Value)) ? open : _max;
}
