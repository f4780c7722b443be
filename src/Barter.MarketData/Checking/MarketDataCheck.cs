using Barter.Model;

namespace Barter.MarketData.Checking;

/// <summary>Looks through market data for what would spoil a backtest.</summary>
/// <remarks>
/// Needs memory for each instrument but not for each event: a trade id is known as a duplicate only while it is among
/// the last <see cref="MarketDataCheckOptions.TradeIdWindow"/> ones.
/// </remarks>
public sealed class MarketDataCheck
{
    private readonly MarketDataCheckOptions _options;
    private readonly SortedDictionary<(FindingKind, InstrumentIndex?), Finding> _findings =
        new(Comparer<(FindingKind Kind, InstrumentIndex? Instrument)>.Create((left, right) =>
            left.Kind != right.Kind
                ? left.Kind.CompareTo(right.Kind)
                : Nullable.Compare(left.Instrument, right.Instrument)));

    private readonly SortedDictionary<InstrumentIndex, InstrumentHistory> _histories = [];
    private readonly ReportTally _tally = new();
    private long _number;

    private MarketDataCheck(MarketDataCheckOptions options) => _options = options;

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="MarketDataException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MarketDataCheckResult Run(
        IMarketDataStream stream, MarketDataCheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new MarketDataCheckOptions();
        if (options.GapThreshold <= TimeSpan.Zero || options.TradeIdWindow <= 0)
        {
            throw new ArgumentException("GapThreshold and TradeIdWindow must be positive", nameof(options));
        }

        var check = new MarketDataCheck(options);
        while (stream.Next() is { IsEmpty: false } batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ref readonly var marketEvent in batch.Span)
            {
                check.Look(marketEvent);
            }
        }

        return check.Result(stream.Report);
    }

    private MarketDataCheckResult Result(MarketDataReport report)
    {
        if (report.Errors > 0)
        {
            _findings[(FindingKind.Error, null)] =
                new Finding(FindingKind.Error, null, report.Errors, null, null, null);
        }

        return new MarketDataCheckResult(
            report,
            _histories.Select(row => row.Value.ToCounts(row.Key)).ToValueList(),
            _findings.Values.ToValueList());
    }

    private void Look(in MarketEvent marketEvent)
    {
        _number++;
        if (marketEvent.IsReconnecting)
        {
            Note(FindingKind.Reconnect, null, null);
            return;
        }

        if (!_histories.TryGetValue(marketEvent.Instrument, out var history))
        {
            history = new InstrumentHistory(_options.TradeIdWindow);
            _histories.Add(marketEvent.Instrument, history);
        }

        if (_tally.LateBy(marketEvent.TimeExchange) is var late && late > TimeSpan.Zero)
        {
            Note(FindingKind.TimeTravel, marketEvent, late);
        }

        if (history.SilenceBefore(marketEvent) is { } silence && silence > _options.GapThreshold)
        {
            Note(FindingKind.Gap, marketEvent, silence);
        }

        if (history.Repeats(marketEvent) is { } repetition)
        {
            Note(repetition, marketEvent, null);
        }

        LookAtSizes(marketEvent);
        LookAtQuotes(marketEvent);
        history.Add(marketEvent);
        _tally.Count(marketEvent);
    }

    private void LookAtSizes(in MarketEvent marketEvent)
    {
        var isBad = marketEvent.Kind switch
        {
            MarketEventKind.Trade or MarketEventKind.Liquidation => marketEvent.TradeAmount <= 0m,
            MarketEventKind.OrderBookL1 => (marketEvent.HasBid && marketEvent.BidAmount <= 0m)
                || (marketEvent.HasAsk && marketEvent.AskAmount <= 0m),
            _ => false,
        };
        if (isBad)
        {
            Note(FindingKind.BadSize, marketEvent, null);
        }
    }

    private void LookAtQuotes(in MarketEvent marketEvent)
    {
        var (bid, ask) = marketEvent.Kind switch
        {
            MarketEventKind.OrderBookL1 when marketEvent.HasBid && marketEvent.HasAsk =>
                (marketEvent.BidPrice, marketEvent.AskPrice),
            MarketEventKind.OrderBookSnapshot when marketEvent.Levels is { Bids.Count: > 0, Asks.Count: > 0 } book =>
                (book.Bids[0].Price, book.Asks[0].Price),
            _ => (0m, 1m),
        };
        if (bid >= ask)
        {
            Note(bid == ask ? FindingKind.LockedQuote : FindingKind.CrossedQuote, marketEvent, null);
        }
    }

    private void Note(FindingKind kind, in MarketEvent? marketEvent, TimeSpan? extent)
    {
        var instrument = marketEvent?.Instrument;
        _findings[(kind, instrument)] = _findings.TryGetValue((kind, instrument), out var before)
            ? before with { Count = before.Count + 1, Worst = extent > before.Worst ? extent : before.Worst }
            : new Finding(kind, instrument, 1, _number, marketEvent?.TimeExchange, extent);
    }
}
