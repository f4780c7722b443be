using Barter.Model;

namespace Barter.Statistics.Primitives;

/// <summary>Finds the drawdowns of a series of values, one value at a time.</summary>
/// <remarks>
/// A drawdown starts where the peak was last held and ends at the first value that reaches the peak again. Falls
/// from a peak that is not positive, or too small to divide by, have no depth and are left out.
/// </remarks>
public sealed class DrawdownGenerator
{
    public DrawdownGenerator()
    {
    }

    /// <summary>Starts with a first peak.</summary>
    public DrawdownGenerator(decimal value, Timestamp time)
    {
        (Peak, TimePeak, TimeNow) = (value, time, time);
    }

    /// <summary>None before the first value.</summary>
    public decimal? Peak { get; private set; }

    /// <summary>The deepest fall from the peak so far, as a fraction of it; 0 while there is none.</summary>
    public decimal DrawdownMax { get; private set; }

    public Timestamp TimePeak { get; private set; }

    public Timestamp TimeNow { get; private set; }

    /// <summary>Takes the next value and gives the drawdown that it ends, if it ends one.</summary>
    public Drawdown? Update(decimal value, Timestamp time) => Update(value, time, capital: 0m);

    /// <summary>The drawdown that has not ended yet, if there is one.</summary>
    public Drawdown? Generate() => DrawdownMax == 0m ? null : new Drawdown(DrawdownMax, TimePeak, TimeNow);

    /// <summary>The same for a profit on a capital, of which more may come: that is neither gain nor loss.</summary>
    internal Drawdown? Update(decimal value, Timestamp time, decimal capital)
    {
        TimeNow = time;
        if (Peak is { } peak && value < peak)
        {
            DrawdownMax = Math.Max(DrawdownMax, Depth(capital + peak, peak - value));
            return null;
        }

        var ended = Generate();
        (Peak, TimePeak, DrawdownMax) = (value, time, 0m);
        return ended;
    }

    private static decimal Depth(decimal peak, decimal fall)
    {
        try
        {
            return peak > 0m ? fall / peak : 0m;
        }
        catch (OverflowException)
        {
            return 0m;
        }
    }
}
