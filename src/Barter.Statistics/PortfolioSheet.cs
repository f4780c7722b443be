using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics;

/// <summary>How the whole portfolio went, in one currency.</summary>
/// <remarks>
/// <para>The portfolio is worth all balances at the prices of spot instruments, and what open contracts have gained.
/// Its returns are weighted by time (GIPS 2020): an asset that is priced for the first time, and what flowed in or out,
/// is neither gain nor loss. "Returns" are those of whole periods, 18 places each; a first period cut short by the
/// start and the last one, unfinished, count in totals, drawdowns, months and years only.</para>
/// <para>A metric is a fraction unless it says otherwise, and is none where it is undefined; <see cref="Undefined"/>
/// says why. Without returns none has a value, but for totals, drawdowns and exposures. What is calculated from returns
/// is rounded to 12 significant digits. Metrics with an interval are stated in the one asked for. The risk free return
/// of a period follows from the yearly one.</para>
/// </remarks>
public sealed record PortfolioSheet
{
    /// <summary>Internal name of the asset in which everything is valued.</summary>
    public required string Currency { get; init; }

    /// <summary>The opening balances, each at the first rate seen.</summary>
    public decimal? NavStart { get; init; }

    /// <summary>What the portfolio was worth at the last sample.</summary>
    public decimal? NavEnd { get; init; }

    /// <summary>What flowed in since, less what flowed out; 0 unless it was told.</summary>
    public decimal? Flows { get; init; }

    /// <summary>Fees of all instruments at the last rates; negative where more were received.</summary>
    public decimal? Fees { get; init; }

    /// <summary>
    /// Slippage of all instruments at the last rates; see <see cref="InstrumentTearSheet.Slippage"/>.
    /// </summary>
    public decimal? Slippage { get; init; }

    /// <summary>The product of 1 + return, less 1 (GIPS 2020).</summary>
    public decimal? TotalReturn { get; init; }

    /// <summary>The total return compounded to the interval: the CAGR where that is a year (Bacon 2008).</summary>
    public required IntervalMetric Cagr { get; init; }

    /// <summary>The mean return times the periods in the interval (Bacon 2008).</summary>
    public required IntervalMetric ArithmeticReturn { get; init; }

    /// <summary>The sample deviation of returns times the root of the periods (Bacon 2008).</summary>
    public required IntervalMetric Volatility { get; init; }

    /// <summary>
    /// The mean excess return over the sample deviation, times the root of the periods (Sharpe 1994).
    /// </summary>
    public required IntervalMetric SharpeRatio { get; init; }

    /// <summary>
    /// Its standard error with skewness and kurtosis, scaled like it (Mertens 2002). Of four returns or more.
    /// </summary>
    public required IntervalMetric SharpeRatioError { get; init; }

    /// <summary>Scaled as if each return depended on the one before it, not by the root (Lo 2002).</summary>
    public required IntervalMetric SharpeRatioAutocorrelated { get; init; }

    /// <summary>With skewness and kurtosis in it (Pézier and White 2006).</summary>
    public required IntervalMetric SharpeRatioAdjusted { get; init; }

    /// <summary>
    /// The probability that the true Sharpe ratio is above 0; below 30 returns with care (Bailey 2012).
    /// </summary>
    public decimal? SharpeRatioProbability { get; init; }

    /// <summary>Periods that it takes to be 95 % sure that the true Sharpe ratio is above 0 (Bailey 2012).</summary>
    public decimal? MinTrackRecord { get; init; }

    /// <summary>The mean excess return over the downside deviation of all periods (Sortino 1991).</summary>
    public required IntervalMetric SortinoRatio { get; init; }

    /// <summary>
    /// Compound return over the deepest drawdown, both of the whole session (Young 1991 has 36 months).
    /// </summary>
    public required IntervalMetric CalmarRatio { get; init; }

    /// <summary>Compound return in excess of the risk free one over the ulcer index (Martin 1989).</summary>
    public required IntervalMetric MartinRatio { get; init; }

    /// <summary>Compound return in excess of the risk free one over the pain index (Becker 2006).</summary>
    public required IntervalMetric PainRatio { get; init; }

    /// <summary>All gains over all losses: Omega of 0 (Keating and Shadwick 2002). A plain number.</summary>
    public decimal? OmegaRatio { get; init; }

    /// <summary>The sum of returns over all losses: Omega less 1 (Schwager 2012). A plain number.</summary>
    public decimal? GainToPain { get; init; }

    /// <summary>|95 % quantile| over |5 % quantile|, of type 7. A plain number.</summary>
    public decimal? TailRatio { get; init; }

    /// <summary>The loss that 5 % of periods exceed: less the 5 % quantile of type 7.</summary>
    public decimal? ValueAtRisk { get; init; }

    /// <summary>The mean loss of exactly the worst 5 % of periods (Acerbi and Tasche 2002).</summary>
    public decimal? ExpectedShortfall { get; init; }

    /// <summary>m3 / m2^1.5 of the population; of three returns or more.</summary>
    public decimal? Skewness { get; init; }

    /// <summary>m4 / m2^2 of the population, 3 where returns are normal; of four returns or more.</summary>
    public decimal? Kurtosis { get; init; }

    /// <summary>The root of the mean squared fall from the peak at the ends of whole periods (Martin 1989).</summary>
    public decimal? UlcerIndex { get; init; }

    /// <summary>The mean fall from the peak at the ends of whole periods (Becker 2006).</summary>
    public decimal? PainIndex { get; init; }

    /// <summary>
    /// The deepest fall from a peak, the start included; looked for every minute. 0 where there was none.
    /// </summary>
    public decimal? DrawdownMax { get; init; }

    /// <summary>Whole periods that ended below the peak, over all.</summary>
    public decimal? TimeUnderWater { get; init; }

    /// <summary>Whole milliseconds of the longest drawdown, from peak to recovery or to the end.</summary>
    public long? TimeUnderWaterMaxMillis { get; init; }

    /// <summary>The five deepest drawdowns, the deepest first.</summary>
    public required ValueList<DrawdownEpisode> Drawdowns { get; init; }

    /// <summary>Whole periods of returns.</summary>
    public required long Periods { get; init; }

    /// <summary>Whole milliseconds of a period.</summary>
    public required long PeriodMillis { get; init; }

    /// <summary>Periods with a gain over all.</summary>
    public decimal? PositivePeriods { get; init; }

    /// <summary>The highest return of a period.</summary>
    public decimal? BestPeriod { get; init; }

    /// <summary>The lowest return of a period.</summary>
    public decimal? WorstPeriod { get; init; }

    /// <summary>The most periods with a gain in a row.</summary>
    public long? WinningStreakMax { get; init; }

    /// <summary>The most periods with a loss in a row.</summary>
    public long? LosingStreakMax { get; init; }

    /// <summary>
    /// Worth of all open positions, short ones counted positive, over that of the portfolio; mean over time.
    /// </summary>
    public decimal? GrossExposureMean { get; init; }

    /// <summary>The highest of it at any sample.</summary>
    public decimal? GrossExposureMax { get; init; }

    /// <summary>The same with short positions counted negative; mean over time.</summary>
    public decimal? NetExposureMean { get; init; }

    /// <summary>Of the net exposure at any sample the one farthest from 0, with its sign.</summary>
    public decimal? NetExposureMax { get; init; }

    /// <summary>The share of time in which a position was open.</summary>
    public decimal? TimeInMarket { get; init; }

    /// <summary>
    /// The sum over periods of what was traded over what the portfolio was worth when they began, per interval.
    /// </summary>
    public required IntervalMetric Turnover { get; init; }

    /// <summary>Month by month (UTC), without gaps; a period belongs to the month in which it starts.</summary>
    public required ValueList<CalendarReturn> Months { get; init; }

    /// <summary>The same year by year.</summary>
    public required ValueList<CalendarReturn> Years { get; init; }

    /// <summary>Every metric without a value, in the order of the sheet.</summary>
    public required ValueList<UndefinedMetric> Undefined { get; init; }
}
