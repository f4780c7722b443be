using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Candles: close time, open, high, low, close, volume and number of trades.</summary>
internal sealed class CandleEncoder : ItemEncoder
{
    private readonly IntegerEncoder _closed = new();
    private readonly DecimalEncoder[] _numbers = [new(), new(), new(), new(), new()];
    private readonly IntegerEncoder _trades = new();

    protected override void AddPayload(in MarketEvent marketEvent)
    {
        var candle = marketEvent.Candle;
        _closed.Add(Difference(candle.CloseTime, marketEvent.TimeExchange));
        _numbers[0].Add(candle.Open);
        _numbers[1].Add(candle.High);
        _numbers[2].Add(candle.Low);
        _numbers[3].Add(candle.Close);
        _numbers[4].Add(candle.Volume);
        _trades.Add(unchecked((long)candle.TradeCount));
    }

    protected override void WritePayload(ByteSink sink)
    {
        Write(_closed, sink);
        foreach (var column in _numbers)
        {
            Write(column, sink);
        }

        Write(_trades, sink);
    }
}
