using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>See <see cref="LiquidationEncoder"/>.</summary>
internal sealed class LiquidationDecoder(ExchangeId exchange, InstrumentIndex instrument)
    : ItemDecoder(exchange, instrument)
{
    private readonly long[] _happened = new long[ColumnarLayout.BlockEvents];
    private readonly DecimalColumn _prices = new();
    private readonly DecimalColumn _quantities = new();
    private readonly long[] _sides = new long[ColumnarLayout.BlockEvents];

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
        ReadDifferences(ref reader, _happened);
        _prices.Read(ref reader, Count);
        _quantities.Read(ref reader, Count);
        ReadSmall(ref reader, _sides.AsSpan(0, Count), (long)Side.Sell, "the side of a liquidation");
    }
}
