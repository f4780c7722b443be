using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Reads a bar from every row, and tells it at its close.</summary>
internal sealed class BarRows(RowContext context) : RowReader(context)
{
    private const int BytesToLookAhead = 1 << 16;

    private readonly IndexedInstrument _instrument = context.Instrument;
    private readonly bool _hasOpenTime = context.Columns.Has(Field.Time);
    private readonly bool _hasCloseTime = context.Columns.Has(Field.CloseTime);
    private Candle? _last;
    private long? _nanos = context.BarLength?.Ticks * Timestamp.NanosPerTick;

    public override string? Note => Context.BarLength is null && !_hasCloseTime && _nanos is { } length
        ? $"bars are taken to be {new TimeSpan(length / Timestamp.NanosPerTick):c} long, the smallest step between them"
        : null;

    protected override ReadOutcome Map(out MarketEvent marketEvent)
    {
        marketEvent = default;
        if (!TryClose(out var closed)
            || !TryPositive(Field.Open, out var open) || !TryPositive(Field.High, out var high)
            || !TryPositive(Field.Low, out var low) || !TryPositive(Field.Close, out var close))
        {
            return ReadOutcome.Bad;
        }

        var (volume, count) = (0m, 0L);
        if ((Columns.Has(Field.Volume) && !TryNotNegative(Field.Volume, out volume))
            || (Columns.Has(Field.TradeCount) && !TryWhole(Field.TradeCount, out count)))
        {
            return ReadOutcome.Bad;
        }

        var candle = new Candle(closed, open, high, low, close, volume, (ulong)count);
        if (CandleParser.WrongWith(candle) is { } wrong)
        {
            return Bad(wrong);
        }

        if (_last is { } last && closed <= last.CloseTime)
        {
            return candle == last ? ReadOutcome.Repeated : Bad(
                $"the bar that closes at {closed} comes after one that closes at {last.CloseTime}; sort the file by "
                + "time, or turn it around if it has the newest first");
        }

        _last = candle;
        marketEvent = MarketEvent.OfCandle(_instrument.ExchangeId, _instrument.Index, closed, closed, candle);
        return ReadOutcome.Event;
    }

    private bool TryClose(out Timestamp closed)
    {
        closed = default;
        var opened = default(Timestamp);
        if (_hasOpenTime && !TryTime(Field.Time, out opened))
        {
            return false;
        }

        if (_hasCloseTime)
        {
            return TryTime(Field.CloseTime, out closed) && TryRoundUp(opened, ref closed);
        }

        _nanos ??= SmallestStep();
        if (opened.UnixNanos > long.MaxValue - _nanos.Value)
        {
            return Fails($"'{Columns.TitleOf(Field.Time)}' {opened} is too late for a bar to close after it");
        }

        closed = opened.AddNanos(_nanos.Value);
        return true;
    }

    // Some files tell the last instant of a bar, the millisecond or microsecond before the next one opens
    private bool TryRoundUp(Timestamp opened, ref Timestamp closed)
    {
        var rest = closed.UnixNanos % Timestamp.NanosPerSecond;
        var last = Timestamp.NanosPerSecond - rest;
        closed = last is 1_000_000 or 1_000 or 1 ? closed.AddNanos(last) : closed;
        return !_hasOpenTime || closed > opened || Fails(
            $"the bar closes at {closed}, which is not after its open at {opened}");
    }

    // Gaps make steps longer, never shorter, and whole bars longer
    private long SmallestStep()
    {
        var rest = Context.Source.LookAhead(BytesToLookAhead);
        var column = Columns[Field.Time];
        Timestamp? before = null;
        var steps = new HashSet<Int128>();
        foreach (var range in rest.Split((byte)'\n'))
        {
            if (!TryField(rest[range], column, out var text) || !Context.Times.TryRead(text, out var time))
            {
                continue;
            }

            steps.Add(Int128.Abs((Int128)time.UnixNanos - (before ?? time).UnixNanos));
            before = time;
        }

        steps.Remove(0);
        var smallest = steps.Count == 0 ? 0 : steps.Min();
        return smallest > 0 && smallest <= long.MaxValue && steps.All(step => step % smallest == 0)
            ? (long)smallest
            : throw Context.Source.Bad(
                "the length of a bar cannot be told, as "
                + (smallest == 0 ? "no two of the first rows follow each other" : "the steps between the first rows "
                    + $"are not multiples of the smallest, {new TimeSpan((long)(smallest / Timestamp.NanosPerTick)):c}")
                + "; say it (RecordedMarketDataOptions.BarLength, --bar)");
    }

    private bool TryField(ReadOnlySpan<byte> line, int column, out ReadOnlySpan<byte> field)
    {
        for (field = line; column > 0; column--)
        {
            var end = field.IndexOf(Row.Separator);
            if (end < 0)
            {
                return false;
            }

            field = field[(end + 1)..];
        }

        var length = field.IndexOf(Row.Separator);
        field = field[..(length < 0 ? field.Length : length)].Trim(" \t\r\""u8);
        return true;
    }
}
