using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>See <see cref="CandleEncoder"/>.</summary>
internal sealed class CandleDecoder(ExchangeId exchange, InstrumentIndex instrument) : ItemDecoder(exchange, instrument)
{
    private readonly IntegerColumn _closed = new();
    private readonly DecimalColumn[] _numbers = [new(), new(), new(), new(), new()];
    private readonly IntegerColumn _trades = new();

    public override void Fill(Span<MarketEvent> events, int from)
    {
        var times = Times;
        var received = Received;
        for (var i = 0; i < events.Length; i++)
        {
            var at = from + i;
            events[i] = MarketEvent.OfCandle(
                Exchange, Instrument, new Timestamp(times[at]), new Timestamp(received[at]),
                new Candle(
                    new Timestamp(_closed[at]), _numbers[0][at], _numbers[1][at], _numbers[2][at], _numbers[3][at],
                    _numbers[4][at], (ulong)_trades[at]));
        }
    }

    protected override void ReadPayload(ref BlockReader reader)
    {
        _closed.ReadAbove(ref reader, Times);
        foreach (var column in _numbers)
        {
            column.Read(ref reader, Count);
        }

        _trades.ReadSmall(ref reader, Count, long.MaxValue, "the number of trades of a candle");
    }
}
