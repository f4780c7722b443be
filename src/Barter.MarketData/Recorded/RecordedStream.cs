using Barter.MarketData.Recorded.Columnar;
using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Reads a file in batches and keeps the report.</summary>
internal sealed class RecordedStream(
    SourceText source, InstrumentTable instruments, RecordedMarketDataOptions options) : IMarketDataStream
{
    private const int BatchLength = 512;

    private readonly ReportTally _tally = new();
    private readonly MarketEvent[] _batch = new MarketEvent[BatchLength];
    private readonly TimeRange _range = new(options.From, options.To);
    private Timestamp _place = Timestamp.MinValue;
    private IEventReader? _reader;
    private MarketDataException? _failure;
    private bool _ended;
    private bool _disposed;

    public MarketDataReport Report => _tally.ToReport(_reader?.Rows ?? 0, _reader?.Note);

    public double? Progress => _ended ? 1 : source.Progress;

    public ReadOnlyMemory<MarketEvent> Next()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_failure is not null)
        {
            throw _failure;
        }

        var count = 0;
        try
        {
            _reader ??= EventReaders.Choose(source, instruments, options);
            while (count < _batch.Length && !_ended)
            {
                count += ReadOne(out _batch[count]);
            }
        }
        catch (MarketDataException failure)
        {
            _failure = failure;
            if (count == 0)
            {
                throw;
            }
        }

        return _batch.AsMemory(0, count);
    }

    public void Dispose()
    {
        _disposed = true;
        source.Dispose();
    }

    private int ReadOne(out MarketEvent marketEvent)
    {
        switch (_reader!.Read(out marketEvent))
        {
            case ReadOutcome.End:
                _ended = true;
                return 0;
            case ReadOutcome.Nothing:
                return 0;
            case ReadOutcome.Void:
                _tally.CountVoid();
                return 0;
            case ReadOutcome.Repeated:
                _tally.CountRepeated();
                return 0;
            case ReadOutcome.Error:
                _tally.CountError(_tally.HasError ? null : _reader.Problem);
                return 0;
            case ReadOutcome.Bad:
                CountBad(_reader.Problem);
                return 0;
            default:
                RefuseTooLate(marketEvent);
                return CountIfWanted(marketEvent);
        }
    }

    private void CountBad(string what)
    {
        _tally.CountBad(source.Line, what);
        if (_tally.BadRows > options.MaxBadRows)
        {
            throw source.Bad(options.MaxBadRows == 0
                ? what
                : string.Create(
                    null,
                    $"{what}; this is bad row {_tally.BadRows}, and {options.MaxBadRows} are allowed. "
                    + $"The first were {_tally.FirstBad}"));
        }
    }

    private int CountIfWanted(in MarketEvent marketEvent)
    {
        var time = marketEvent.IsReconnecting ? _place : marketEvent.TimeExchange;
        _place = Timestamp.Max(_place, time);
        if (!_range.Has(time) || !IsOfWantedInstrument(marketEvent))
        {
            return 0;
        }

        _tally.Count(marketEvent);
        return 1;
    }

    private bool IsOfWantedInstrument(in MarketEvent marketEvent) => marketEvent.IsReconnecting
        || options.Instruments.Count == 0 || options.Instruments.Contains(marketEvent.Instrument);

    private void RefuseTooLate(in MarketEvent marketEvent)
    {
        if (!marketEvent.IsReconnecting && _tally.LateBy(marketEvent.TimeExchange) > options.MaxLateness)
        {
            throw source.Bad(
                $"time {marketEvent.TimeExchange} is before {_tally.Last} of an earlier item, by more than the allowed "
                + $"{options.MaxLateness:c}; sort the file by time (turn it around if the newest come first), "
                + "or raise MaxLateness");
        }
    }
}
