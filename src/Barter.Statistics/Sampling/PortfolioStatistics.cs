using System.Runtime.InteropServices;
using Barter.Model;

namespace Barter.Statistics.Sampling;

/// <summary>Follows the worth of the portfolio, flows taken out, and keeps the return of every whole period.</summary>
internal sealed class PortfolioStatistics(InstrumentCatalog catalog, Timestamp start)
{
    /// <summary>Returns kept: 8 MB. Of a longer series only totals, drawdowns and exposures are known.</summary>
    public const int PeriodsMax = 1 << 20;

    // Coarser than what decimals lose, so that a worth that comes back is the same
    private const int Places = 18;

    private readonly List<double> _returns = [];
    private readonly CalendarReturns _calendar = new();
    private decimal _valueAtBase = 1m;
    private decimal _base;
    private decimal _flows;
    private decimal _valueAtPeriod = 1m;
    private decimal _peakAtPeriods = 1m;
    private bool _hasStarted;
    private string? _broken;

    public DrawdownEpisodes Episodes { get; } = new(start);

    public ExposureStatistics Exposure { get; } = new(start);

    public TurnoverStatistics Turnover { get; } = new(catalog);

    /// <summary>What one unit at the start has become.</summary>
    public decimal Value { get; private set; } = 1m;

    public decimal? Nav { get; private set; }

    /// <summary>Fees of all instruments; none where one of them has no rate.</summary>
    public decimal? Fees { get; private set; } = 0m;

    public decimal? Slippage { get; private set; } = 0m;

    public long Periods { get; private set; }

    /// <summary>Empty where they are too many.</summary>
    public ReadOnlySpan<double> Returns => CollectionsMarshal.AsSpan(_returns);

    public double FallSum { get; private set; }

    public double FallSquareSum { get; private set; }

    public long PeriodsUnderWater { get; private set; }

    /// <summary>Why nothing that follows from returns has a value; none where it has.</summary>
    public string? Broken => _broken ?? (_hasStarted ? null : UndefinedReason.NoCapital);

    /// <summary>Takes what everything is worth at an instant.</summary>
    public void Read(Timestamp at, ReadOnlySpan<InstrumentSample> instruments, Valuation valuation)
    {
        Nav = valuation.Nav(instruments);
        if (Nav is { } nav)
        {
            Follow(nav, valuation.Opening + valuation.Flows);
        }

        (Fees, Slippage) = (0m, 0m);
        var (gross, net, isOpen) = (0d, 0d, false);
        foreach (var row in catalog.Instruments)
        {
            var sample = instruments[row.Index.Value];
            var rate = valuation.Rate(row.ProfitAsset);
            Fees += sample.Fees == 0m ? 0m : sample.Fees * rate;
            Slippage += sample.Slippage == 0m ? 0m : sample.Slippage * rate;
            var worth = (double)Worth(row, sample) * (double)(rate ?? 0m);
            (gross, net, isOpen) = (gross + Math.Abs(worth), net + worth, isOpen || sample.Quantity != 0m);
        }

        Exposure.Observe(at, gross, net, isOpen, Nav);
        Turnover.Read(instruments, valuation);
    }

    public void Mark(Timestamp at) => Episodes.Update(Value, at);

    /// <summary>
    /// Ends a number of periods; all that was earned was earned in the first, which may be a cut one.
    /// </summary>
    public void EndPeriods(long periods, bool isFirstCut, decimal capital, Timestamp firstStart, Timestamp lastStart)
    {
        Turnover.EndPeriod(capital);
        if (_broken is not null)
        {
            return;
        }

        var whole = isFirstCut ? periods - 1 : periods;
        Keep(isFirstCut ? 0m : Return(), whole);
        _calendar.Update(firstStart, lastStart, Value);
        _peakAtPeriods = Math.Max(_peakAtPeriods, Value);
        var fall = (double)((_peakAtPeriods - Value) / _peakAtPeriods);
        FallSum += whole * fall;
        FallSquareSum += whole * fall * fall;
        PeriodsUnderWater += fall > 0d ? whole : 0;
        _valueAtPeriod = Value;
        _broken = Value > 0m ? null : UndefinedReason.CapitalLost;
    }

    /// <param name="unfinished">Start of the unfinished period, if time has passed in it.</param>
    public (ValueList<CalendarReturn> Months, ValueList<CalendarReturn> Years) Calendar(Timestamp? unfinished) =>
        Broken is null ? _calendar.Generate(unfinished, Value) : ([], []);

    /// <summary>Flows split the period: the return before one is compounded with that after it.</summary>
    private void Follow(decimal nav, decimal flows)
    {
        var flow = flows - _flows;
        _flows = flows;
        if (!_hasStarted)
        {
            (_hasStarted, _base) = (true, flows);
            _broken ??= flows > 0m ? null : UndefinedReason.NoCapital;
        }
        else if (flow != 0m)
        {
            Value = ValueAt(nav - flow);
            (_valueAtBase, _base) = (Value, nav);
            _broken ??= Value > 0m && nav > 0m ? null : UndefinedReason.CapitalLost;
        }

        Value = ValueAt(nav);
    }

    private decimal ValueAt(decimal nav)
    {
        if (_broken is not null)
        {
            return Value;
        }

        try
        {
            return decimal.Round(_valueAtBase * (nav / _base), Places);
        }
        catch (OverflowException)
        {
            _broken = UndefinedReason.Overflow;
            return Value;
        }
    }

    private decimal Return()
    {
        try
        {
            return decimal.Round((Value / _valueAtPeriod) - 1m, Places);
        }
        catch (OverflowException)
        {
            _broken = UndefinedReason.Overflow;
            return 0m;
        }
    }

    private void Keep(decimal first, long periods)
    {
        Periods += periods;
        if (Periods > PeriodsMax)
        {
            _returns.Clear();
            _returns.TrimExcess();
            return;
        }

        for (var i = 0L; i < periods; i++)
        {
            _returns.Add(i == 0 ? (double)first : 0d);
        }
    }

    /// <summary>Worth of a position in the profit asset; nothing while it has no price.</summary>
    private static decimal Worth(IndexedInstrument row, InstrumentSample sample) =>
        sample.Price is { } price ? row.NotionalOf(sample.Quantity, price) : 0m;
}
