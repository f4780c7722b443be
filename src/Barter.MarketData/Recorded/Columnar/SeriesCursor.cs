using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Goes through the blocks of one series, and decodes each when its turn comes.</summary>
internal sealed class SeriesCursor
{
    private readonly ColumnarFile _file;
    private readonly int _number;
    private readonly BlockEntry[] _blocks;
    private readonly SeriesDecoder _decoder;
    private readonly TimeRange _range;
    private ulong[] _buffer = [];
    private int _block;
    private int _position;
    private bool _isDecoded;

    /// <param name="file">The file.</param>
    /// <param name="number">Its number among those that are merged.</param>
    /// <param name="blocks">The blocks that are wanted, at least one, in their order.</param>
    /// <param name="decoder">Reads them.</param>
    /// <param name="range">Which of their events are wanted.</param>
    public SeriesCursor(
        ColumnarFile file, int number, BlockEntry[] blocks, SeriesDecoder decoder, TimeRange range)
    {
        (_file, _number, _blocks, _decoder, _range) = (file, number, blocks, decoder, range);
        SetKey();
    }

    public ColumnarFile File => _file;

    /// <summary>Number of events in the blocks.</summary>
    public long Count => _blocks.Sum(block => (long)block.Count);

    /// <summary>Where the next event stands, or one before it that is not wanted.</summary>
    public EventKey Key { get; private set; }

    public bool HasEnded => _block == _blocks.Length;

    /// <summary>Delivers what stands up to a limit, as far as there is room and the block goes.</summary>
    /// <returns>The number of events; may be 0 though there are more.</returns>
    /// <exception cref="MarketDataException">The block is damaged.</exception>
    public int Take(Span<MarketEvent> room, in EventKey limit)
    {
        if (!_isDecoded)
        {
            _decoder.Read(_file.ReadBlock(_blocks[_block], ref _buffer), _blocks[_block]);
            (_isDecoded, _position) = (true, 0);
        }

        var isWhole = _range.HasAllOf(_blocks[_block]);
        if (!isWhole)
        {
            SkipUnwanted();
        }

        var most = Math.Min(room.Length, _decoder.Count - _position);
        var count = isWhole && (most == 0 || KeyAt(_position + most - 1).IsBeforeOrAt(limit))
            ? most
            : CountUpTo(limit, most, isWhole);
        _decoder.Fill(room[..count], _position);
        Advance(count);
        return count;
    }

    private int CountUpTo(in EventKey limit, int most, bool isWhole)
    {
        var count = 0;
        while (count < most && KeyAt(_position + count).IsBeforeOrAt(limit)
            && (isWhole || _range.Has(_decoder.Times[_position + count])))
        {
            count++;
        }

        return count;
    }

    private void SkipUnwanted()
    {
        var times = _decoder.Times;
        while (_position < times.Length && !_range.Has(times[_position]))
        {
            _position++;
        }
    }

    private void Advance(int count)
    {
        _position += count;
        if (_position == _decoder.Count)
        {
            (_isDecoded, _position) = (false, 0);
            _block++;
        }

        SetKey();
    }

    private void SetKey() => Key = _isDecoded
        ? KeyAt(_position)
        : HasEnded
            ? EventKey.Never
            : new EventKey(_blocks[_block].FirstPlace.UnixNanos, _number, _blocks[_block].FirstOrdinal);

    private EventKey KeyAt(int position) => new(_decoder.Places[position], _number, _decoder.Ordinals[position]);
}
