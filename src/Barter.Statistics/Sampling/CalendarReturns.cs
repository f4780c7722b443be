using Barter.Model;

namespace Barter.Statistics.Sampling;

/// <summary>
/// The value of a curve at the end of every month (UTC). A period belongs to the month in which it starts.
/// </summary>
internal sealed class CalendarReturns
{
    private readonly List<(int Month, decimal Value)> _ends = [];

    /// <summary>Takes the value at the end of a period, or of many in which it stayed the same.</summary>
    public void Update(Timestamp firstStart, Timestamp lastStart, decimal value) =>
        Update(_ends, firstStart, lastStart, value);

    /// <summary>Month by month and year by year, with an unfinished period if there is one; changes nothing.</summary>
    public (ValueList<CalendarReturn> Months, ValueList<CalendarReturn> Years) Generate(
        Timestamp? unfinished, decimal value)
    {
        var ends = new List<(int Month, decimal Value)>(_ends);
        if (unfinished is { } start)
        {
            Update(ends, start, start, value);
        }

        return (
            Returns(ends, month => string.Create(null, $"{month / 12:D4}-{(month % 12) + 1:D2}")),
            Returns(ends, month => string.Create(null, $"{month / 12:D4}")));
    }

    private static void Update(
        List<(int Month, decimal Value)> ends, Timestamp firstStart, Timestamp lastStart, decimal value)
    {
        var (first, last) = (MonthOf(firstStart), MonthOf(lastStart));
        if (ends.Count > 0 && ends[^1].Month == first)
        {
            ends[^1] = (first, value);
        }
        else
        {
            // Months that no period starts in, because periods are longer, earned nothing
            for (var month = ends.Count == 0 ? first : ends[^1].Month + 1; month < first; month++)
            {
                ends.Add((month, ends[^1].Value));
            }

            ends.Add((first, value));
        }

        for (var month = first + 1; month <= last; month++)
        {
            ends.Add((month, value));
        }
    }

    private static ValueList<CalendarReturn> Returns(List<(int Month, decimal Value)> ends, Func<int, string> name)
    {
        var found = new List<CalendarReturn>();
        var before = 1m;
        for (var i = 0; i < ends.Count; i++)
        {
            var label = name(ends[i].Month);
            if (i + 1 == ends.Count || !string.Equals(label, name(ends[i + 1].Month), StringComparison.Ordinal))
            {
                found.Add(new CalendarReturn(label, decimal.Round((ends[i].Value / before) - 1m, 18)));
                before = ends[i].Value;
            }
        }

        return found.ToValueList();
    }

    private static int MonthOf(Timestamp time)
    {
        var date = time.ToDateTimeOffset();
        return (date.Year * 12) + date.Month - 1;
    }
}
