using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.Backtest.Sweeps;

/// <summary>All combinations of the values of parameters, and how to choose among them.</summary>
public sealed class SweepSpace
{
    private const int CombinationsMax = 1_000_000;

    /// <exception cref="FormatException">Two ranges are of one parameter.</exception>
    public SweepSpace(IEnumerable<ParameterRange> ranges)
    {
        Ranges = ranges.ToValueList();
        if (Ranges.CountBy(range => range.Name, StringComparer.Ordinal).FirstOrDefault(row => row.Value > 1).Key
            is { } twice)
        {
            throw new FormatException($"parameter '{twice}' is given twice; list its values in one, as in {twice}=1,2");
        }
    }

    public ValueList<ParameterRange> Ranges { get; }

    /// <summary>How many combinations there are; a fraction of an infinite number is as good as all.</summary>
    public double Size => Ranges.Aggregate(1d, (size, range) => size * range.Values.Count);

    /// <summary>Every combination once, each <c>name=value</c>; the last parameter changes first.</summary>
    /// <exception cref="FormatException">They are more than a million.</exception>
    public IReadOnlyList<ValueList<string>> Grid()
    {
        if (Size > CombinationsMax)
        {
            throw new FormatException(
                $"the parameters have {Size:N0} combinations, more than {CombinationsMax:N0}; "
                + "take larger steps, or try some of them at random");
        }

        IEnumerable<int[]> points = [[]];
        foreach (var range in Ranges)
        {
            points = points.SelectMany(
                point => Enumerable.Range(0, range.Values.Count), (point, index) => (int[])[.. point, index]);
        }

        return [.. points.Select(Combination)];
    }

    /// <summary>
    /// So many combinations by chance, none twice, in the order of the grid; all where there are no more. The first of
    /// a larger number with the same seed are the same.
    /// </summary>
    /// <exception cref="FormatException">They are more than a million.</exception>
    public IReadOnlyList<ValueList<string>> Random(int count, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (Size <= count)
        {
            return Grid();
        }

        if (count > CombinationsMax)
        {
            throw new FormatException($"{count:N0} runs at random are more than {CombinationsMax:N0}");
        }

        var draws = new SeededDraws(seed);
        var drawn = new SortedSet<int[]>(
            Comparer<int[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
        while (drawn.Count < count)
        {
            drawn.Add([.. Ranges.Select(range => (int)draws.Below(range.Values.Count))]);
        }

        return [.. drawn.Select(Combination)];
    }

    /// <summary>The combinations that differ from one by a single step of a single parameter.</summary>
    public IEnumerable<ValueList<string>> Neighbours(ValueList<string> combination)
    {
        for (var place = 0; place < Ranges.Count; place++)
        {
            var range = Ranges[place];
            var at = Enumerable.Range(0, range.Values.Count)
                .First(i => string.Equals(range.Assignment(i), combination[place], StringComparison.Ordinal));
            foreach (var next in new[] { at - 1, at + 1 })
            {
                if (next >= 0 && next < range.Values.Count)
                {
                    var other = combination.ToArray();
                    other[place] = range.Assignment(next);
                    yield return other.ToValueList();
                }
            }
        }
    }

    private ValueList<string> Combination(int[] point) =>
        point.Select((index, place) => Ranges[place].Assignment(index)).ToValueList();
}
