using Barter.Model;

namespace Barter.MarketData;

/// <summary>How a recording is read.</summary>
public sealed record RecordedMarketDataOptions
{
    public static readonly RecordedMarketDataOptions Default = new();

    /// <summary>
    /// How far an item's exchange time may lie before that of an earlier item; such an item is delivered in file order
    /// and counted, a later one is refused. Not negative. Files of columns are delivered as they are.
    /// </summary>
    public TimeSpan MaxLateness { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Delivers what happened then or later; none means from the beginning.</summary>
    /// <remarks>A mark that a link was lost happens when the item before it does.</remarks>
    public Timestamp? From { get; init; }

    /// <summary>Delivers what happened before; none means to the end.</summary>
    public Timestamp? To { get; init; }

    /// <summary>Delivers these instruments only, and marks of all exchanges; empty means all of the catalog.</summary>
    public ValueList<InstrumentIndex> Instruments { get; init; } = [];

    /// <summary>
    /// CSV only, which seldom says what it is about: our name, an index, or a symbol that one exchange has. None means
    /// the only instrument of the catalog.
    /// </summary>
    public string? Instrument { get; init; }

    /// <summary>
    /// CSV only: what the file calls the instrument, where that is not the exchange's symbol. Signs and case do not
    /// matter.
    /// </summary>
    public string? Symbol { get; init; }

    /// <summary>CSV only: the format, one of <see cref="RecordedMarketData.Formats"/>; none means to look.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// CSV only: which column is what, such as <c>time=ts,price=px,amount=3</c>, by title or by number from 1; none
    /// means what the format or the header says.
    /// </summary>
    public string? Columns { get; init; }

    /// <summary>CSV only: what counts of time count; none means what the format or their magnitude says.</summary>
    public TimeUnit? TimeUnit { get; init; }

    /// <summary>CSV only: how many rows may be bad before the file is refused. Not negative.</summary>
    public long MaxBadRows { get; init; }

    /// <summary>Bars only: the length of a bar, positive; none means the smallest step of the first rows.</summary>
    public TimeSpan? BarLength { get; init; }
}
