using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Liquidations: time, price, quantity and side.</summary>
internal sealed class LiquidationEncoder : ItemEncoder
{
    private readonly IntegerEncoder _times = new();
    private readonly DecimalEncoder _prices = new();
    private readonly DecimalEncoder _quantities = new();
    private readonly IntegerEncoder _sides = new();

    protected override void AddPayload(in MarketEvent marketEvent)
    {
        var liquidation = marketEvent.Liquidation;
        _times.Add(Difference(liquidation.Time, marketEvent.TimeExchange));
        _prices.Add(liquidation.Price);
        _quantities.Add(liquidation.Quantity);
        _sides.Add((long)liquidation.Side);
    }

    protected override void WritePayload(ByteSink sink)
    {
        Write(_times, sink);
        Write(_prices, sink);
        Write(_quantities, sink);
        Write(_sides, sink);
    }
}
