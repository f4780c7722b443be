using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>See <see cref="BookEncoder"/>. Books are objects, so these events allocate, and no others do.</summary>
internal sealed class BookDecoder(MarketEventKind kind, ExchangeId exchange, InstrumentIndex instrument)
    : ItemDecoder(exchange, instrument)
{
    private readonly IntegerColumn _sequences = new();
    private readonly IntegerColumn _hasEngineTimes = new();
    private readonly IntegerColumn _engineTimes = new();
    private readonly Levels _bids = new();
    private readonly Levels _asks = new();

    public override void Fill(Span<MarketEvent> events, int from)
    {
        var times = Times;
        var received = Received;
        for (var i = 0; i < events.Length; i++)
        {
            var at = from + i;
            var book = new OrderBookLevels(
                unchecked((ulong)_sequences[at]),
                _hasEngineTimes[at] == 0 ? null : new Timestamp(_engineTimes[at]),
                _bids.Of(at),
                _asks.Of(at));
            var (exchanged, heard) = (new Timestamp(times[at]), new Timestamp(received[at]));
            events[i] = kind == MarketEventKind.OrderBookSnapshot
                ? MarketEvent.OfBookSnapshot(Exchange, Instrument, exchanged, heard, book)
                : MarketEvent.OfBookUpdate(Exchange, Instrument, exchanged, heard, book);
        }
    }

    protected override void ReadPayload(ref BlockReader reader)
    {
        _sequences.Read(ref reader, Count);
        _hasEngineTimes.ReadSmall(ref reader, Count, 1, "whether there is an engine time");
        _engineTimes.ReadAbove(ref reader, Times);
        _bids.Read(ref reader, Count);
        _asks.Read(ref reader, Count);
    }

    private sealed class Levels
    {
        private readonly IntegerColumn _counts = new();
        private int[] _starts = [];
        private readonly LevelColumns _levels = new();
        private Level[] _scratch = [];

        public ValueList<Level> Of(int index)
        {
            var count = (int)_counts[index];
            if (count == 0)
            {
                return [];
            }

            if (_scratch.Length < count)
            {
                _scratch = new Level[count];
            }

            for (var i = 0; i < count; i++)
            {
                _scratch[i] = _levels[_starts[index] + i];
            }

            return ValueList.Create(_scratch.AsSpan(0, count));
        }

        public void Read(ref BlockReader reader, int events)
        {
            var counts = _counts.ReadSmall(
                ref reader, events, ColumnarLayout.BlockLevels, "the number of levels of a book");
            if (_starts.Length < events)
            {
                _starts = new int[events];
            }

            var total = 0L;
            for (var i = 0; i < events; i++)
            {
                _starts[i] = (int)Math.Min(total, ColumnarLayout.BlockLevels);
                total += counts[i];
            }

            if (total > ColumnarLayout.BlockLevels)
            {
                throw reader.Bad($"the books of a block have {total} levels, more than {ColumnarLayout.BlockLevels}");
            }

            _levels.Read(ref reader, (int)total);
            for (var i = 0; i < total; i++)
            {
                if (!_levels.IsLevel(i))
                {
                    throw reader.Bad("a book has a price that is not positive, or a negative amount");
                }
            }
        }
    }
}
