using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Tops of books: time of the last update, which sides there are, and both levels.</summary>
internal sealed class L1Encoder : ItemEncoder
{
    private readonly IntegerEncoder _updated = new();
    private readonly IntegerEncoder _sides = new();
    private readonly DecimalEncoder[] _levels = [new(), new(), new(), new()];
    private readonly decimal[] _latest = new decimal[4];

    protected override void AddPayload(in MarketEvent marketEvent)
    {
        _updated.Add(Difference(marketEvent.L1.LastUpdateTime, marketEvent.TimeExchange));
        _sides.Add((marketEvent.HasBid ? L1Sides.Bid : 0) | (marketEvent.HasAsk ? L1Sides.Ask : 0));

        // What is not there repeats what was, because that costs least
        if (marketEvent.HasBid)
        {
            (_latest[0], _latest[1]) = (marketEvent.BidPrice, marketEvent.BidAmount);
        }

        if (marketEvent.HasAsk)
        {
            (_latest[2], _latest[3]) = (marketEvent.AskPrice, marketEvent.AskAmount);
        }

        for (var i = 0; i < _latest.Length; i++)
        {
            _levels[i].Add(_latest[i]);
        }
    }

    protected override void WritePayload(ByteSink sink)
    {
        Write(_updated, sink);
        Write(_sides, sink);
        foreach (var column in _levels)
        {
            Write(column, sink);
        }
    }
}
