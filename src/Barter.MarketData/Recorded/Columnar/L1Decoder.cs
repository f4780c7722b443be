using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>See <see cref="L1Encoder"/>.</summary>
internal sealed class L1Decoder(ExchangeId exchange, InstrumentIndex instrument) : ItemDecoder(exchange, instrument)
{
    private readonly IntegerColumn _updated = new();
    private readonly IntegerColumn _sides = new();
    private readonly LevelColumns _bids = new();
    private readonly LevelColumns _asks = new();

    public override void Fill(Span<MarketEvent> events, int from)
    {
        var times = Times;
        var received = Received;
        for (var i = 0; i < events.Length; i++)
        {
            var at = from + i;
            events[i] = MarketEvent.OfL1(
                Exchange, Instrument, new Timestamp(times[at]), new Timestamp(received[at]),
                new OrderBookL1(
                    new Timestamp(_updated[at]),
                    (_sides[at] & L1Sides.Bid) != 0 ? _bids[at] : null,
                    (_sides[at] & L1Sides.Ask) != 0 ? _asks[at] : null));
        }
    }

    protected override void ReadPayload(ref BlockReader reader)
    {
        _updated.ReadAbove(ref reader, Times);
        var sides = _sides.ReadSmall(ref reader, Count, L1Sides.Both, "the sides of a quote");
        _bids.Read(ref reader, Count);
        _asks.Read(ref reader, Count);
        for (var i = 0; i < sides.Length; i++)
        {
            if (((sides[i] & L1Sides.Bid) != 0 && !_bids.IsLevel(i))
                || ((sides[i] & L1Sides.Ask) != 0 && !_asks.IsLevel(i)))
            {
                throw reader.Bad("a quote has a price that is not positive, or a negative amount");
            }
        }
    }
}
