using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Reads bars, each of which is told at its close.</summary>
internal sealed class BarEventReader(
    SourceText source, LineSplitter lines, BarColumns columns, IndexedInstrument instrument, TimeSpan? length)
    : IEventReader
{
    private const int BytesToLookAhead = 1 << 16;

    private long? _nanos = length?.Ticks * Timestamp.NanosPerTick;

    public string Error => "";

    public ReadOutcome Read(out MarketEvent marketEvent)
    {
        marketEvent = default;
        if (!lines.TryNext(out var line))
        {
            return ReadOutcome.End;
        }

        // Looking ahead may move the window, so the line is fetched again
        var size = line.Length;
        _nanos ??= SmallestStep();
        var candle = Parse(source.Unread[..size], _nanos.Value);
        marketEvent = MarketEvent.OfCandle(
            instrument.ExchangeId, instrument.Index, candle.CloseTime, candle.CloseTime, candle);
        return ReadOutcome.Event;
    }

    private Candle Parse(ReadOnlySpan<byte> line, long nanos)
    {
        Span<Range> fields = stackalloc Range[BarColumns.Count];
        if (!columns.TryCut(line, fields))
        {
            throw source.Bad(
                "has not as many columns as the header" + (lines.EndedWithFile ? "; was the file cut off here?" : ""));
        }

        var open = line[fields[0]];
        if (!BarTime.TryParse(open, out var opened))
        {
            throw source.Bad(
                $"'timestamp' is not a time such as 2025-01-02 03:04:05 or 1735787045000: {ValueReader.Quote(open)}");
        }

        if (opened.UnixNanos > long.MaxValue - nanos)
        {
            throw source.Bad($"'timestamp' {opened} is too late for a bar to close after it");
        }

        var candle = new Candle(
            opened.AddNanos(nanos),
            Number(line, fields, 1),
            Number(line, fields, 2),
            Number(line, fields, 3),
            Number(line, fields, 4),
            Number(line, fields, 5),
            0);
        return CandleParser.WrongWith(candle) is { } wrong ? throw source.Bad(wrong) : candle;
    }

    private decimal Number(ReadOnlySpan<byte> line, ReadOnlySpan<Range> fields, int field)
    {
        var text = line[fields[field]];
        if (!DecimalBytes.TryParse(text, out var value))
        {
            throw source.Bad($"'{BarColumns.NameOf(field)}' is not a number: {ValueReader.Quote(text)}");
        }

        var isVolume = field == BarColumns.Count - 1;
        return value > 0m || (value == 0m && isVolume)
            ? value
            : throw source.Bad(
                $"'{BarColumns.NameOf(field)}' must {(isVolume ? "not be negative" : "be greater than zero")}, "
                + $"but is {DecimalText.Format(value)}");
    }

    // Gaps make steps longer, never shorter
    private long SmallestStep()
    {
        while (source.Unread.Length < BytesToLookAhead && source.Fill())
        {
        }

        Span<Range> fields = stackalloc Range[BarColumns.Count];
        Timestamp? before = null;
        var smallest = Int128.MaxValue;
        foreach (var range in source.Unread.Split((byte)'\n'))
        {
            var line = source.Unread[range];
            if (!columns.TryCut(line, fields) || !BarTime.TryParse(line[fields[0]], out var time))
            {
                continue;
            }

            var step = (Int128)time.UnixNanos - (before ?? time).UnixNanos;
            smallest = step > 0 && step < smallest ? step : smallest;
            before = time;
        }

        return smallest <= long.MaxValue
            ? (long)smallest
            : throw source.Bad(
                "the length of a bar cannot be told, as no two of the first rows follow each other; "
                + "give RecordedMarketDataOptions.BarLength");
    }
}
