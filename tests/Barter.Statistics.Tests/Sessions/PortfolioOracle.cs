using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Tests.Sessions;

/// <summary>The obvious way to the portfolio: what a unit became at every mark, and then series of it.</summary>
internal sealed class PortfolioOracle
{
    private readonly SummaryOracle _oracle;
    private readonly InstrumentCatalog _catalog;
    private readonly List<(SummaryOracle.Mark Mark, decimal Value)> _curve = [];

    public PortfolioOracle(Session session, SummaryOracle oracle)
    {
        (_oracle, _catalog, Start) = (oracle, session.Catalog, session.Start);
        Broken = Follow();
        var ends = _curve.Where(point => point.Mark.EndsPeriod).Select(point => point.Value).ToArray();
        double[] all =
        [
            .. ends.Select((value, i) => (double)decimal.Round((value / (i == 0 ? 1m : ends[i - 1])) - 1m, 18)),
        ];
        var peak = 1m;
        double[] falls = [.. ends.Select(value => (double)(1m - (value / (peak = Math.Max(peak, value)))))];
        var skipped = oracle.IsFirstPeriodCut && all.Length > 0 ? 1 : 0;
        (Returns, Falls) = (all[skipped..], falls[skipped..]);
    }

    public Timestamp Start { get; }

    public string? Broken { get; }

    public double[] Returns { get; }

    /// <summary>The fall from the peak at the end of each whole period.</summary>
    public double[] Falls { get; }

    public decimal Value => _curve[^1].Value;

    public SummaryOracle.Mark Last => _oracle.Marks[^1];

    public List<DrawdownEpisode> Episodes()
    {
        (Timestamp At, decimal Value)[] points =
        [
            (Start, 1m),
            .. _curve.Where(point => point.Mark.IsGrid).Select(point => (point.Mark.At, point.Value)),
            (Last.At, Value),
        ];
        var found = new List<DrawdownEpisode>();
        var peak = points[0];
        for (var i = 1; i < points.Length; i++)
        {
            if (points[i].Value >= peak.Value)
            {
                peak = points[i];
                continue;
            }

            var below = points[i..].TakeWhile(point => point.Value < peak.Value).ToArray();
            var valley = below.MinBy(point => point.Value);
            var next = i + below.Length;
            Timestamp? recovery = next < points.Length ? points[next].At : null;
            found.Add(new DrawdownEpisode(
                (peak.Value - valley.Value) / peak.Value, peak.At, valley.At, recovery, recovery ?? points[^1].At));
            i = next - 1;
        }

        return found;
    }

    /// <summary>Gross and net worth of positions over that of the portfolio, from when and how long.</summary>
    public List<(double Gross, double Net, bool IsOpen, double Seconds)> Exposures()
    {
        var samples = _oracle.Marks.Where(mark => !mark.IsGrid).ToArray();
        return
        [
            .. samples.Select((mark, i) =>
            {
                double[] worths =
                [
                    .. mark.State.Select((sample, j) => (double)(sample.Quantity
                        * _catalog.Instruments[j].ContractSize * (sample.Price ?? 0m) * (mark.Rates[j] ?? 0m))),
                ];
                var nav = mark.Nav > 0m ? (double)mark.Nav : double.NaN;
                var end = i + 1 < samples.Length ? samples[i + 1].At : mark.At;
                return (
                    worths.Sum(Math.Abs) / nav,
                    worths.Sum() / nav,
                    mark.State.Any(sample => sample.Quantity != 0m),
                    (double)(end.UnixNanos - mark.At.UnixNanos) / 1e9);
            }),
        ];
    }

    /// <summary>The sum of what was traded over the worth at the start of each period, or why there is none.</summary>
    public (double Sum, string? Reason) Turnover()
    {
        var (sum, period, reason) = (0d, 0d, (string?)null);
        var capital = (decimal?)null;
        var before = new decimal[_catalog.Instruments.Count];
        var marks = _oracle.Marks;
        for (var i = 0; i < marks.Count; i++)
        {
            for (var j = 0; j < before.Length; j++)
            {
                var traded = marks[i].State[j].Traded - before[j];
                before[j] += traded;
                reason ??= traded != 0m && marks[i].Rates[j] is null ? "no_rate" : null;
                period += (double)(traded * marks[i].Rates[j] ?? 0m);
            }

            if ((marks[i].EndsPeriod || i == marks.Count - 1) && period != 0d)
            {
                var over = capital ?? marks[i].Opening;
                reason ??= over <= 0m ? "no_capital" : null;
                sum += over <= 0m ? 0d : period / (double)over;
                period = 0d;
            }

            capital = marks[i].EndsPeriod ? marks[i].Nav ?? capital : capital;
        }

        return (sum, reason);
    }

    public IEnumerable<CalendarReturn> Calendar(Func<DateTimeOffset, string> name, long step)
    {
        (Timestamp From, decimal Value)[] periods =
        [
            .. _curve.Where(point => point.Mark.EndsPeriod)
                .Select(point => (Timestamp.Max(Start, point.Mark.At.AddNanos(-step)), point.Value)),
        ];
        var last = Timestamp.Max(Start, new Timestamp(Last.At.UnixNanos / step * step));
        if (Last.At > last)
        {
            periods = [.. periods, (last, Value)];
        }

        var before = 1m;
        foreach (var group in periods.GroupBy(period => name(period.From.ToDateTimeOffset())))
        {
            yield return new CalendarReturn(group.Key, (group.Last().Value / before) - 1m);
            before = group.Last().Value;
        }
    }

    private string? Follow()
    {
        // The value before the last flow, and what the portfolio was worth after it
        var (atBase, value, flows, worth) = (1m, 1m, 0m, (decimal?)null);
        foreach (var mark in _oracle.Marks)
        {
            if (mark.Nav is { } nav)
            {
                var flow = mark.Opening + mark.Flows - flows;
                flows += flow;
                if (worth is null)
                {
                    worth = flows;
                }
                else if (flow != 0m)
                {
                    atBase *= (nav - flow) / worth.Value;
                    worth = nav;
                    if (atBase <= 0m || nav <= 0m)
                    {
                        _curve.Add((mark, atBase));
                        return "capital_lost";
                    }
                }

                if (worth <= 0m)
                {
                    _curve.Add((mark, value));
                    return "no_capital";
                }

                value = decimal.Round(atBase * (nav / worth.Value), 18);
            }

            _curve.Add((mark, value));
            if (mark.EndsPeriod && value <= 0m)
            {
                return "capital_lost";
            }
        }

        return worth is null ? "no_capital" : null;
    }
}
