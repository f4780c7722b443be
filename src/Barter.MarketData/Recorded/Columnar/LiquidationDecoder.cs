using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>See <see cref="LiquidationEncoder"/>.</summary>
internal sealed class LiquidationDecoder(ExchangeId exchange, InstrumentIndex instrument)
    : ItemDecoder(exchange, instrument)
{
    private readonly IntegerColumn _happened = new();
    private readonly DecimalColumn _prices = new();
    private readonly DecimalColumn _quantities = new();
    private readonly IntegerColumn _sides = new();

    public override void Fill(Span<MarketEvent> events, int from)
    {
        var times = Times;
        var received = Received;
        for (var i = 0; i < events.Length; i++)
        {
            var at = from + i;
            events[i] = MarketEvent.OfLiquidation(
                Exchange, Instrument, new Timestamp(times[at]), new Timestamp(received[at]),
                new Liquidation((Side)_sides[at], _prices[at], _quantities[at], new Timestamp(_happened[at])));
        }
    }

    protected override void ReadPayload(ref BlockReader reader)
    {
        _happened.ReadAbove(ref reader, Times);
        _prices.Read(ref reader, Count);
        _quantities.Read(ref reader, Count);
        _sides.ReadSmall(ref reader, Count, (long)Side.Sell, "the side of a liquidation");
    }
}
