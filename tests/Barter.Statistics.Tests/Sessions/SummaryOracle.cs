using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Tests.Sessions;

/// <summary>The obvious way to a summary: keep every mark of the session, and calculate at the end.</summary>
internal sealed class SummaryOracle
{
    private readonly Session _session;
    private readonly string _valuation;
    private readonly long _step;
    private readonly List<Mark> _marks = [];
    private readonly List<AssetBalance>[] _balances;
    private readonly decimal?[] _rates;
    private readonly decimal?[] _openingTotals;
    private readonly decimal?[] _openingRates;
    private readonly InstrumentSample[] _state;
    private readonly List<(int Asset, decimal Amount, decimal? Rate)> _flows = [];
    private bool _isOpening = true;

    public SummaryOracle(Session session, ReturnInterval interval, string valuation)
    {
        (_session, _valuation) = (session, valuation);
        _step = Math.Min(interval.Length.Ticks, TimeSpan.TicksPerDay) * 100;
        var assets = session.Catalog.Assets.Count;
        _balances = [.. Enumerable.Range(0, assets).Select(_ => new List<AssetBalance>())];
        (_rates, _openingTotals, _openingRates) = (new decimal?[assets], new decimal?[assets], new decimal?[assets]);
        _state = new InstrumentSample[session.Catalog.Instruments.Count];
        Replay();
    }

    internal sealed record Mark(
        Timestamp At,
        bool IsGrid,
        bool EndsPeriod,
        decimal[] Pnl,
        bool[] HasRate,
        decimal Opening,
        decimal? Nav,
        decimal Flows,
        InstrumentSample[] State,
        decimal?[] Rates);

    public IReadOnlyList<Mark> Marks => _marks;

    public IReadOnlyList<Drawdown> PnlDrawdowns(int instrument, out bool lastIsOpen)
    {
        Timestamp[] times = [_session.Start, .. _marks.Select(mark => mark.At)];
        decimal[] pnl = [0m, .. _marks.Select(mark => mark.Pnl[instrument])];
        decimal[] capital = [0m, .. _marks.Select(mark => mark.Opening)];
        return Falls(times, pnl, capital, out lastIsOpen);
    }

    public IReadOnlyList<Drawdown> BalanceDrawdowns(int asset, out bool lastIsOpen) => Falls(
        [.. _balances[asset].Select(balance => balance.TimeExchange)],
        [.. _balances[asset].Select(balance => balance.Balance.Total)],
        new decimal[_balances[asset].Count],
        out lastIsOpen);

    public AssetBalance? BalanceEnd(int asset) => _balances[asset].LastOrDefault();

    public InstrumentSample Last(int instrument) => _state[instrument];

    public bool HasRate(int instrument) => _marks[^1].HasRate[instrument];

    public decimal Opening => _marks[^1].Opening;

    public double PeriodsElapsed => (double)(End.UnixNanos - _session.Start.UnixNanos) / _step;

    /// <summary>Whether the session starts between two points of the grid.</summary>
    public bool IsFirstPeriodCut => _session.Start.UnixNanos % _step != 0;

    public double Periods(ReturnInterval interval) => (double)interval.Length.Ticks * 100 / _step;

    public Timestamp End => _session.Steps
        .Select(step => step is Session.Step.Balanced balanced ? balanced.Balance.TimeExchange : step.At)
        .Append(_session.End)
        .Max();

    /// <summary>What every whole period contributed, then the unfinished one; not a number without capital.</summary>
    public double[] Contributions(int instrument)
    {
        var found = new List<double>();
        var (before, capital) = (0m, (decimal?)null);
        foreach (var mark in _marks.Where(mark => mark.EndsPeriod).Append(_marks[^1]))
        {
            var earned = mark.Pnl[instrument] - before;
            var over = capital ?? mark.Opening;
            found.Add(earned == 0m ? 0d : over <= 0m ? double.NaN : (double)(earned / over));
            (before, capital) = (mark.Pnl[instrument], mark.Nav ?? capital);
        }

        return [.. found];
    }

    private static List<Drawdown> Falls(Timestamp[] times, decimal[] values, decimal[] capital, out bool lastIsOpen)
    {
        var peaks = values.ToArray();
        for (var i = 1; i < peaks.Length; i++)
        {
            peaks[i] = Math.Max(peaks[i - 1], values[i]);
        }

        var falls = new List<Drawdown>();
        lastIsOpen = false;
        for (var first = 0; first < values.Length; first++)
        {
            if (values[first] == peaks[first])
            {
                continue;
            }

            var next = first;
            while (next < values.Length && values[next] < peaks[next])
            {
                next++;
            }

            var depth = Enumerable.Range(first, next - first)
                .Where(i => capital[i] + peaks[i] > 0m)
                .Select(i => (peaks[i] - values[i]) / (capital[i] + peaks[i]))
                .DefaultIfEmpty()
                .Max();
            lastIsOpen = depth > 0m && next == values.Length;
            if (depth > 0m)
            {
                falls.Add(new Drawdown(depth, times[first - 1], times[Math.Min(next, values.Length - 1)]));
            }

            first = next;
        }

        return falls;
    }

    private void Replay()
    {
        var last = _session.Start;
        foreach (var step in _session.Steps)
        {
            MarkGrid(last, step.At);
            last = step.At;
            switch (step)
            {
                case Session.Step.Balanced { Balance: var balance }:
                    Keep(balance);
                    break;
                case Session.Step.Flowed flowed:
                    _flows.Add((flowed.Asset, flowed.Amount, RateOrOne(flowed.Asset)));
                    break;
                case Session.Step.Changed changed:
                    _state[changed.Instrument] = changed.Sample;
                    if (changed.IsFill)
                    {
                        AddMark(step.At);
                    }

                    break;
            }
        }

        MarkGrid(last, _session.End);
        AddMark(_session.End);
    }

    private void MarkGrid(Timestamp after, Timestamp until)
    {
        var points = Multiples(60_000_000_000).Concat(Multiples(_step)).Distinct().Order().ToArray();
        foreach (var point in points)
        {
            AddMark(new Timestamp(point), isGrid: true, point % _step == 0);
        }

        if (points.Length > 0)
        {
            AddMark(until);
        }

        IEnumerable<long> Multiples(long step)
        {
            for (var point = (after.UnixNanos / step + 1) * step; point <= until.UnixNanos; point += step)
            {
                yield return point;
            }
        }
    }

    private void Keep(AssetBalance balance)
    {
        var known = _balances[balance.Asset.Value];
        if (known.Count > 0 && balance.TimeExchange < known[^1].TimeExchange)
        {
            return;
        }

        if (known.Count > 0 && balance.Balance.Total != known[^1].Balance.Total)
        {
            _isOpening = false;
        }

        if (known.Count == 0 && _isOpening)
        {
            _openingTotals[balance.Asset.Value] = balance.Balance.Total;
            _openingRates[balance.Asset.Value] = RateOrOne(balance.Asset.Value);
        }

        known.Add(balance);
    }

    private void AddMark(Timestamp at, bool isGrid = false, bool endsPeriod = false)
    {
        for (var asset = 0; asset < _rates.Length; asset++)
        {
            _rates[asset] = RateNow(_session.Catalog.Assets[asset].Asset.NameInternal) ?? _rates[asset];
            if (_openingTotals[asset] is not null)
            {
                _openingRates[asset] ??= _rates[asset];
            }
        }

        for (var i = 0; i < _flows.Count; i++)
        {
            _flows[i] = _flows[i] with { Rate = _flows[i].Rate ?? _rates[_flows[i].Asset] };
        }

        decimal?[] rates = [.. _session.Catalog.Instruments.Select(row => _rates[row.ProfitAsset.Value])];
        decimal?[] held =
            [.. _balances.Select((balances, asset) => balances.LastOrDefault()?.Balance.Total * _rates[asset])];
        var contracts = _session.Catalog.Instruments
            .Where(row => !row.IsSpot)
            .Sum(row => _state[row.Index.Value].PnlUnrealised * rates[row.Index.Value] ?? 0m);
        _marks.Add(new Mark(
            at,
            isGrid,
            endsPeriod,
            [.. _state.Select((sample, i) => (sample.PnlRealised + sample.PnlUnrealised) * rates[i] ?? 0m)],
            [.. rates.Select(rate => rate is not null)],
            _openingTotals.Select((total, asset) => total * _openingRates[asset] ?? 0m).Sum(),
            held.All(value => value is null) ? null : held.Sum() + contracts,
            _flows.Sum(flow => flow.Amount * flow.Rate ?? 0m),
            [.. _state],
            rates));
        _isOpening &= _state.All(sample => (sample.PnlRealised, sample.PnlUnrealised, sample.Fees) == (0m, 0m, 0m));
    }

    private decimal? RateOrOne(int asset) =>
        _session.Catalog.Assets[asset].Asset.NameInternal == _valuation ? 1m : _rates[asset];

    private decimal? RateNow(string asset)
    {
        decimal? Price(string of, string to) => _session.Catalog.Instruments
            .Where(row => row.IsSpot && row.Definition.Underlying.ToString() == $"{of}_{to}")
            .Select(row => _state[row.Index.Value].Price)
            .FirstOrDefault(price => price > 0m);

        return asset == _valuation ? 1m : Price(asset, _valuation) ?? (1m / Price(_valuation, asset));
    }
}
