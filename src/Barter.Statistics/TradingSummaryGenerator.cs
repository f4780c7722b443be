using Barter.Model;
using Barter.Statistics.Sampling;

namespace Barter.Statistics;

/// <summary>Builds the trading summary of a session while it runs; as large after a year as after a day.</summary>
/// <remarks>
/// <para>Profits and balances are sampled on two grids in UTC: every minute for drawdowns, and every midnight for
/// returns, or at whole multiples of the interval given here if that is shorter than a day. The return of an
/// instrument in a period is its profit over what the portfolio was worth when the period began, so the returns of
/// all instruments add up to that of the portfolio. A first period that is cut short by the start, and the last one,
/// unfinished, count in totals, not in deviations.
/// </para>
/// <para>Give every opening balance, zero included, before the first fill: the equity of an instrument is the
/// opening value of the portfolio plus the instrument's profit. Numbers are only as recent as the last sample.</para>
/// </remarks>
public sealed class TradingSummaryGenerator
{
    private readonly InstrumentCatalog _catalog;
    private readonly ReturnInterval _interval;
    private readonly Valuation _valuation;
    private readonly SamplingGrid _marks;
    private readonly SamplingGrid _returns;
    private readonly ReturnBasis[] _bases;
    private readonly PerInstrument<InstrumentStatistics> _instruments;
    private readonly PerAsset<AssetStatistics> _assets;
    private readonly PortfolioStatistics _portfolio;
    private Timestamp _sampledAt;
    private bool _isFirstPeriod = true;
    private decimal? _navAtGrid;

    /// <param name="catalog">The instruments and assets of the session.</param>
    /// <param name="start">When the session started.</param>
    /// <param name="riskFreeReturn">Risk free return per year as a fraction: 0.05 is 5 %. More than -1.</param>
    /// <param name="interval">
    /// The interval in which summaries are stated unless another is asked for; if shorter than a day also the period
    /// of returns.
    /// </param>
    /// <param name="valuationAsset">
    /// Internal name of the asset in which the portfolio is valued; the first instrument's quote asset if not given.
    /// </param>
    /// <exception cref="ArgumentException">No exchange has the valuation asset.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The risk free return loses everything, or more.</exception>
    public TradingSummaryGenerator(
        InstrumentCatalog catalog,
        Timestamp start,
        decimal riskFreeReturn,
        ReturnInterval interval,
        string? valuationAsset = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(interval);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(riskFreeReturn, -1m);
        (_catalog, _interval, RiskFreeReturn) = (catalog, interval, riskFreeReturn);
        (TimeEngineStart, TimeEngineNow, _sampledAt) = (start, start, start);
        ValuationAsset = ValuationAssetOf(catalog, valuationAsset);

        var day = TimeSpan.FromDays(1);
        _marks = new SamplingGrid(TimeSpan.FromMinutes(1), start);
        _returns = new SamplingGrid(interval.Length < day ? interval.Length : day, start);
        ReturnBasis Basis(ReturnInterval year) =>
            new(year.DaysPerYear, _returns.RiskFree(riskFreeReturn, year.DaysPerYear));

        _bases = [Basis(ReturnInterval.Annual365), Basis(ReturnInterval.Annual252)];
        _valuation = new Valuation(catalog, ValuationAsset);
        _instruments = new(catalog.Instruments.Count, _ => new InstrumentStatistics(start, _bases));
        _assets = new(catalog.Assets.Count, _ => new AssetStatistics());
        _portfolio = new PortfolioStatistics(catalog, start);
    }

    /// <summary>Per year, as a fraction.</summary>
    public decimal RiskFreeReturn { get; }

    /// <summary>Internal name of the asset in which the portfolio is valued; empty without instruments.</summary>
    public string ValuationAsset { get; }

    public Timestamp TimeEngineStart { get; }

    /// <summary>The latest time that any update told of.</summary>
    public Timestamp TimeEngineNow { get; private set; }

    /// <summary>The next instant of either grid: sample before what happens then, or later, is applied.</summary>
    public Timestamp NextSampleAt => _marks.Next < _returns.Next ? _marks.Next : _returns.Next;

    /// <summary>Takes the state of all instruments, and crosses every grid point that is due with it.</summary>
    /// <remarks>
    /// Call it before an event at or after <see cref="NextSampleAt"/> is applied, right after every fill, and at the
    /// end. An instant before that of an earlier sample is taken for the earlier sample's.
    /// </remarks>
    /// <param name="at">The time of the event that comes next, of the fill, or of the end.</param>
    /// <param name="instruments">A row for every instrument, in index order.</param>
    /// <exception cref="ArgumentException">There are more or fewer rows than instruments.</exception>
    public void Sample(Timestamp at, ReadOnlySpan<InstrumentSample> instruments)
    {
        if (instruments.Length != _catalog.Instruments.Count)
        {
            throw new ArgumentException(
                $"{instruments.Length} sample(s) for {_catalog.Instruments.Count} instrument(s); give one for each",
                nameof(instruments));
        }

        at = Timestamp.Max(at, _sampledAt);
        _sampledAt = at;
        _valuation.Update(instruments);
        foreach (var row in _catalog.Instruments)
        {
            _instruments[row.Index].Read(
                instruments[row.Index.Value], _valuation.Rate(row.ProfitAsset), _valuation.Opening);
        }

        _portfolio.Read(at, instruments, _valuation);
        CrossGrids(at);
        Mark(at);
        UpdateTime(at);
    }

    /// <summary>Takes a balance, unless a newer one of the asset is known.</summary>
    /// <exception cref="IndexNotFoundException">The catalog has no such asset.</exception>
    public void Update(AssetBalance balance)
    {
        _ = _catalog[balance.Asset];
        if (_assets[balance.Asset].Update(balance))
        {
            _valuation.Update(balance.Asset, balance.Balance.Total);
            UpdateTime(balance.TimeExchange);
        }
    }

    /// <summary>
    /// Tells of a deposit, or of a withdrawal where it is negative, so that it counts as neither gain nor loss for the
    /// portfolio.
    /// </summary>
    /// <remarks>
    /// Tell it together with the balance that includes it, with no sample between the two, and sample right after. It
    /// is valued at the rate known, or at the first one that comes to be known.
    /// </remarks>
    /// <exception cref="IndexNotFoundException">The catalog has no such asset.</exception>
    public void Flow(AssetIndex asset, decimal amount)
    {
        _ = _catalog[asset];
        _valuation.Flow(asset, amount);
    }

    /// <summary>Counts a closed position.</summary>
    /// <exception cref="IndexNotFoundException">The catalog has no such instrument.</exception>
    public void Update(PositionExited exit)
    {
        _ = _catalog[exit.Instrument];
        _instruments[exit.Instrument].Closed.Update(exit);
        UpdateTime(exit.TimeExit);
    }

    /// <summary>Moves the end of the session forward; an earlier time changes nothing.</summary>
    public void UpdateTime(Timestamp now) => TimeEngineNow = Timestamp.Max(TimeEngineNow, now);

    /// <summary>The portfolio's return of every whole period so far; none where they are too many to be kept.</summary>
    public ValueList<double> PeriodReturns() => ValueList.Create(_portfolio.Returns);

    /// <summary>The risk free return of one period.</summary>
    public double RiskFreeReturnOfPeriod =>
        (double)_bases.First(basis => basis.DaysPerYear == _interval.DaysPerYear).RiskFree;

    /// <summary>The summary so far, in the interval given at the start. Changes nothing.</summary>
    public TradingSummary Generate() => Generate(_interval);

    /// <summary>
    /// The summary so far in any interval that is not shorter than the period of returns. Changes nothing.
    /// </summary>
    public TradingSummary Generate(ReturnInterval interval)
    {
        var request = new SheetRequest(
            interval.Name,
            _bases.First(basis => basis.DaysPerYear == interval.DaysPerYear),
            _returns.Periods(interval),
            (decimal)(TimeEngineNow.UnixNanos - TimeEngineStart.UnixNanos)
                / (_returns.Step.Ticks * Timestamp.NanosPerTick),
            Capital);
        return new TradingSummary(
            TimeEngineStart,
            TimeEngineNow,
            _catalog.Assets.Count == 0 ? null : PortfolioReport.Generate(_portfolio, request, PortfolioState()),
            _catalog.Instruments.Select(row =>
                KeyValuePair.Create(row.Name, _instruments[row.Index].Generate(request))),
            _catalog.Assets.Select((asset, index) =>
                KeyValuePair.Create(asset.ToString(), _assets[new AssetIndex(index)].Generate())));
    }

    private decimal Capital => _navAtGrid ?? _valuation.Opening;

    private PortfolioState PortfolioState()
    {
        var periodStart = Timestamp.Max(TimeEngineStart, _returns.Next - _returns.Step);
        return new PortfolioState(
            ValuationAsset,
            _valuation.Opening,
            _valuation.Flows,
            _sampledAt,
            _sampledAt > periodStart ? periodStart : null,
            _returns.Step);
    }

    private void CrossGrids(Timestamp at)
    {
        if (at < NextSampleAt)
        {
            return;
        }

        // The state is the same at every point that is due, so what differs is seen at the first of them
        Mark(NextSampleAt);
        _portfolio.Mark(NextSampleAt);
        _marks.Cross(at);
        var firstStart = Timestamp.Max(TimeEngineStart, _returns.Next - _returns.Step);
        var periods = _returns.Cross(at);
        _portfolio.Mark(Timestamp.Max(_marks.Next - _marks.Step, _returns.Next - _returns.Step));
        if (periods == 0)
        {
            return;
        }

        var isFirstCut = _isFirstPeriod && _returns.IsFirstStepCut;
        foreach (var instrument in _instruments.Rows)
        {
            instrument.EndPeriods(periods, Capital, isFirstCut);
        }

        var lastStart = Timestamp.Max(firstStart, _returns.Next - _returns.Step - _returns.Step);
        _portfolio.EndPeriods(periods, isFirstCut, Capital, firstStart, lastStart);
        _isFirstPeriod = false;
        _navAtGrid = _portfolio.Nav;
    }

    private void Mark(Timestamp at)
    {
        foreach (var instrument in _instruments.Rows)
        {
            instrument.Mark(at);
        }
    }

    private static string ValuationAssetOf(InstrumentCatalog catalog, string? valuationAsset)
    {
        if (valuationAsset is null)
        {
            return catalog.Instruments.Count == 0
                ? ""
                : catalog.Instruments[0].Definition.Underlying.Quote.NameInternal;
        }

        var name = valuationAsset.ToLowerInvariant();
        return catalog.Assets.Any(row => string.Equals(row.Asset.NameInternal, name, StringComparison.Ordinal))
            ? name
            : throw new ArgumentException(
                $"valuation asset '{valuationAsset}' is not one of the assets: {string.Join(", ", catalog.Assets)}",
                nameof(valuationAsset));
    }
}
