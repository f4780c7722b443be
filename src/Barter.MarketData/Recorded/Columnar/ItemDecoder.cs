using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Events that have times.</summary>
internal abstract class ItemDecoder(ExchangeId exchange, InstrumentIndex instrument)
    : SeriesDecoder(exchange, instrument)
{
    private readonly long[] _times = new long[ColumnarLayout.BlockEvents];
    private readonly long[] _received = new long[ColumnarLayout.BlockEvents];

    public sealed override ReadOnlySpan<long> Times => _times.AsSpan(0, Count);

    protected ReadOnlySpan<long> Received => _received.AsSpan(0, Count);

    protected sealed override void ReadColumns(ref BlockReader reader)
    {
        IntegerCoding.Read(ref reader, _times.AsSpan(0, Count));
        var places = Places;
        for (var i = 0; i < places.Length; i++)
        {
            _times[i] = unchecked(places[i] - _times[i]);
        }

        ReadDifferences(ref reader, _received);
        ReadPayload(ref reader);
    }

    protected abstract void ReadPayload(ref BlockReader reader);

    /// <summary>Reads times that are told by how far they lie behind the exchange time.</summary>
    protected void ReadDifferences(ref BlockReader reader, long[] target)
    {
        IntegerCoding.Read(ref reader, target.AsSpan(0, Count));
        var times = Times;
        for (var i = 0; i < times.Length; i++)
        {
            target[i] = unchecked(times[i] + target[i]);
        }
    }

    /// <summary>Reads numbers from 0 to a limit.</summary>
    protected static void ReadSmall(ref BlockReader reader, Span<long> target, long most, string what)
    {
        IntegerCoding.Read(ref reader, target);
        foreach (var value in target)
        {
            if ((ulong)value > (ulong)most)
            {
                throw reader.Bad($"{what} is {value}");
            }
        }
    }
}
