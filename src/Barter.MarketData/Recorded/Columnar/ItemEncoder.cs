using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Collects events that have times.</summary>
internal abstract class ItemEncoder : SeriesEncoder
{
    private readonly IntegerEncoder _lateness = new();
    private readonly IntegerEncoder _latencies = new();

    protected override void AddColumns(in MarketEvent marketEvent, Timestamp place)
    {
        _lateness.Add(Difference(place, marketEvent.TimeExchange));
        _latencies.Add(Difference(marketEvent.TimeReceived, marketEvent.TimeExchange));
        AddPayload(marketEvent);
    }

    protected override void WriteColumns(ByteSink sink)
    {
        Write(_lateness, sink);
        Write(_latencies, sink);
        WritePayload(sink);
    }

    protected abstract void AddPayload(in MarketEvent marketEvent);

    protected abstract void WritePayload(ByteSink sink);

    /// <summary>Wraps around where it is too large, and so does the sum that undoes it.</summary>
    protected static long Difference(Timestamp left, Timestamp right) =>
        unchecked(left.UnixNanos - right.UnixNanos);

    protected static void Write(IntegerEncoder column, ByteSink sink)
    {
        column.WriteTo(sink);
        column.Clear();
    }

    protected static void Write(DecimalEncoder column, ByteSink sink)
    {
        column.WriteTo(sink);
        column.Clear();
    }
}
