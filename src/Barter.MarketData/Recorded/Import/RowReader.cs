using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Reads events from the rows of a CSV file.</summary>
internal abstract class RowReader(RowContext context) : IEventReader
{
    private readonly int _symbolColumn = context.Columns[Field.Symbol];
    private bool _isAtRow = context.BeginsWithRow;
    private readonly int _count = context.Rows.Count;

    public long Rows { get; private set; }

    public virtual string? Note => null;

    public string Problem { get; private set; } = "";

    protected RowContext Context => context;

    protected ColumnMap Columns => context.Columns;

    protected CsvReader Row => context.Rows;

    public ReadOutcome Read(out MarketEvent marketEvent)
    {
        if (TryReadPending(out marketEvent))
        {
            return ReadOutcome.Event;
        }

        if (!_isAtRow && !Row.TryNext())
        {
            return TryReadLast(out marketEvent) ? ReadOutcome.Event : ReadOutcome.End;
        }

        _isAtRow = false;
        Rows++;
        if (Row.Wrong is not null || Row.Count != _count)
        {
            return Bad(Row.Wrong ?? string.Create(
                null,
                $"has not as many columns as the {(context.BeginsWithRow ? "first row" : "header")}: "
                + $"{Row.Count}, not {_count}{(Row.EndedWithFile ? "; was the file cut off here?" : "")}"));
        }

        if (_symbolColumn >= 0)
        {
            context.Symbols.CheckRow(Row[_symbolColumn]);
        }

        return Map(out marketEvent);
    }

    /// <summary>Turns the row into what it is.</summary>
    protected abstract ReadOutcome Map(out MarketEvent marketEvent);

    /// <summary>An event that is due before the next row is read.</summary>
    protected virtual bool TryReadPending(out MarketEvent marketEvent)
    {
        marketEvent = default;
        return false;
    }

    /// <summary>An event that only the end of the file completes.</summary>
    protected virtual bool TryReadLast(out MarketEvent marketEvent)
    {
        marketEvent = default;
        return false;
    }

    protected ReadOutcome Bad(string problem)
    {
        Problem = problem;
        return ReadOutcome.Bad;
    }

    /// <summary>The times of exchange and receipt, which are one where the file has one.</summary>
    protected bool TryTimes(out Timestamp exchanged, out Timestamp received)
    {
        received = default;
        if (!TryTime(Field.Time, out exchanged))
        {
            return false;
        }

        received = exchanged;
        return !Columns.Has(Field.Received) || TryTime(Field.Received, out received);
    }

    protected bool TryTime(Field field, out Timestamp time) =>
        context.Times.TryRead(Row[Columns[field]], out time)
        || Fails(context.Times.Wrong.StartsWith("is ", StringComparison.Ordinal)
            ? $"'{Columns.TitleOf(field)}' {context.Times.Wrong}"
            : $"'{Columns.TitleOf(field)}': {context.Times.Wrong}");

    protected bool TryPositive(Field field, out decimal value) =>
        TryNumber(field, out value) && IsPositive(field, value);

    protected bool IsPositive(Field field, decimal value) => value > 0m
        || Fails($"'{Columns.TitleOf(field)}' must be greater than zero, but is {DecimalText.Format(value)}");

    protected bool TryNotNegative(Field field, out decimal value) =>
        TryNumber(field, out value)
        && (value >= 0m || Fails(
            $"'{Columns.TitleOf(field)}' must not be negative, but is {DecimalText.Format(value)}"));

    protected bool TryNumber(Field field, out decimal value)
    {
        var text = Row[Columns[field]];
        return DecimalBytes.TryParse(text, out value)
            || Fails($"'{Columns.TitleOf(field)}' is not a number: {ValueReader.Quote(text)}");
    }

    protected bool TryWhole(Field field, out long value)
    {
        var text = Row[Columns[field]];
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            || Fails($"'{Columns.TitleOf(field)}' is not a whole number: {ValueReader.Quote(text)}");
    }

    /// <summary>True and false in any case, 1 and 0.</summary>
    protected bool TryFlag(Field field, out bool value)
    {
        var text = Row[Columns[field]];
        value = text is [(byte)'T' or (byte)'t' or (byte)'1', ..];
        return (text.Length == 1 && text[0] is (byte)'0' or (byte)'1')
            || Ascii.EqualsIgnoreCase(text, value ? "true"u8 : "false"u8)
            || Fails($"'{Columns.TitleOf(field)}' must be true or false, not {ValueReader.Quote(text)}");
    }

    /// <summary>A text that is one, without what a terminal would obey.</summary>
    protected bool TryText(Field field, out string text)
    {
        var bytes = Row[Columns[field]];
        text = "";
        if (!Utf8.IsValid(bytes) || bytes.ContainsAnyInRange((byte)0, (byte)31))
        {
            return Fails($"'{Columns.TitleOf(field)}' is no text: {ValueReader.Quote(bytes)}");
        }

        text = Encoding.UTF8.GetString(bytes);
        return true;
    }

    protected bool Fails(string problem)
    {
        Problem = problem;
        return false;
    }
}
