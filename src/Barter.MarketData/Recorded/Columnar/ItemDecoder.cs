using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Events that have times.</summary>
internal abstract class ItemDecoder(ExchangeId exchange, InstrumentIndex instrument)
    : SeriesDecoder(exchange, instrument)
{
    private readonly IntegerColumn _times = new();
    private readonly IntegerColumn _received = new();

    public sealed override ReadOnlySpan<long> Times => _times.Values;

    protected ReadOnlySpan<long> Received => _received.Values;

    protected sealed override void ReadColumns(ref BlockReader reader)
    {
        var times = _times.Read(ref reader, Count);
        var places = Places;
        for (var i = 0; i < places.Length; i++)
        {
            times[i] = unchecked(places[i] - times[i]);
        }

        _received.ReadAbove(ref reader, Times);
        ReadPayload(ref reader);
    }

    protected abstract void ReadPayload(ref BlockReader reader);
}
