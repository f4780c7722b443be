using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Snapshots and updates of books: sequence, engine time, and the levels of both sides.</summary>
internal sealed class BookEncoder : ItemEncoder
{
    private readonly IntegerEncoder _sequences = new();
    private readonly IntegerEncoder _hasEngineTimes = new();
    private readonly IntegerEncoder _engineTimes = new();
    private readonly Side _bids = new();
    private readonly Side _asks = new();

    public override bool HasRoomFor(in MarketEvent marketEvent)
    {
        var levels = marketEvent.Levels;
        return Math.Max(levels.Bids.Count, levels.Asks.Count) <= ColumnarLayout.BlockLevels
            ? _bids.HasRoomFor(levels.Bids) && _asks.HasRoomFor(levels.Asks)
            : throw new ArgumentException(
                $"one side of a book has more than {ColumnarLayout.BlockLevels} levels", nameof(marketEvent));
    }

    protected override void AddPayload(in MarketEvent marketEvent)
    {
        var levels = marketEvent.Levels;
        _sequences.Add(unchecked((long)levels.Sequence));
        _hasEngineTimes.Add(levels.TimeEngine is null ? 0 : 1);
        _engineTimes.Add(levels.TimeEngine is { } time ? Difference(time, marketEvent.TimeExchange) : 0);
        _bids.Add(levels.Bids);
        _asks.Add(levels.Asks);
    }

    protected override void WritePayload(ByteSink sink)
    {
        Write(_sequences, sink);
        Write(_hasEngineTimes, sink);
        Write(_engineTimes, sink);
        _bids.WriteTo(sink);
        _asks.WriteTo(sink);
    }

    private sealed class Side
    {
        private readonly IntegerEncoder _counts = new();
        private readonly DecimalEncoder _prices = new();
        private readonly DecimalEncoder _amounts = new();
        private int _levels;

        public bool HasRoomFor(ValueList<Level> levels) => _levels + levels.Count <= ColumnarLayout.BlockLevels;

        public void Add(ValueList<Level> levels)
        {
            _counts.Add(levels.Count);
            foreach (var level in levels)
            {
                _prices.Add(level.Price);
                _amounts.Add(level.Amount);
            }

            _levels += levels.Count;
        }

        public void WriteTo(ByteSink sink)
        {
            Write(_counts, sink);
            Write(_prices, sink);
            Write(_amounts, sink);
            _levels = 0;
        }
    }
}
