using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Writes events into a file of columns, which is there whole once it is committed, or not at all.</summary>
/// <remarks>
/// Events keep the order in which they are added, and come back digit for digit. What is written lies beside its place
/// under another name until <see cref="Commit"/>. Up to 4,096 events of each instrument and kind wait in memory.
/// </remarks>
public sealed class ColumnarWriter : IDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private readonly ValueList<StoredInstrument> _instruments;
    private readonly FileStream _file;
    private readonly Dictionary<(ExchangeId, InstrumentIndex, MarketEventKind), int> _numbers = [];
    private readonly List<(StoredSeries Name, SeriesEncoder Encoder)> _series = [];
    private readonly List<BlockEntry> _blocks = [];
    private readonly ByteSink _sink = new();
    private Timestamp _place = Timestamp.MinValue;
    private bool _closed;

    private ColumnarWriter(string path, string draft, ValueList<StoredInstrument> instruments)
    {
        (_path, _draft, _instruments) = (path, draft, instruments);
        _file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16);
    }

    /// <summary>Number of events that were added.</summary>
    public long Count { get; private set; }

    /// <summary>Bytes that are in the file by now.</summary>
    public long Length { get; private set; }

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its place; what is there is replaced at the end.</param>
    /// <param name="instruments">What the instrument indexes of the events mean.</param>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    public static ColumnarWriter Create(string path, ValueList<StoredInstrument> instruments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var whole = Path.GetFullPath(path);
        var draft = Path.Combine(
            Path.GetDirectoryName(whole)!, $".{Path.GetFileName(whole)}.{Path.GetRandomFileName()}.draft");
        var writer = new ColumnarWriter(whole, draft, instruments);
        writer._sink.Write(ColumnarLayout.HeaderMagic);
        writer._sink.WriteUInt32(ColumnarLayout.Version);
        writer._sink.WriteUInt32(Crc32C.Of(writer._sink.Written));
        writer.Flush();
        return writer;
    }

    /// <inheritdoc cref="Create(string, ValueList{StoredInstrument})"/>
    public static ColumnarWriter Create(string path, InstrumentCatalog catalog) =>
        Create(path, StoredInstrument.AllOf(catalog));

    /// <summary>Adds an event behind all others.</summary>
    /// <exception cref="ArgumentException">
    /// It is of no instrument of the file, or has more levels than a block takes; it is not added.
    /// </exception>
    public void Add(in MarketEvent marketEvent)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var number = SeriesOf(marketEvent);
        var encoder = _series[number].Encoder;
        if (!encoder.HasRoomFor(marketEvent) || encoder.IsFull)
        {
            WriteBlock(number);
        }

        _place = marketEvent.IsReconnecting ? _place : Timestamp.Max(_place, marketEvent.TimeExchange);
        encoder.Add(marketEvent, Count, _place);
        Count++;
    }

    /// <summary>Adds events in their order.</summary>
    /// <exception cref="ArgumentException">See the other overload; what came before the event is added.</exception>
    public void Add(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly var marketEvent in events)
        {
            Add(marketEvent);
        }
    }

    /// <summary>Brings everything to the disk, and puts the file in its place.</summary>
    /// <returns>What it holds.</returns>
    /// <exception cref="IOException">The disk refuses.</exception>
    public StoredFile Commit()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        for (var number = 0; number < _series.Count; number++)
        {
            if (_series[number].Encoder.Count > 0)
            {
                WriteBlock(number);
            }
        }

        var footer = new ColumnarFooter(_series.Select(row => row.Name).ToValueList(), [.. _blocks]);
        footer.WriteTo(_sink, Length);
        Flush();
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        _closed = true;
        File.Move(_draft, _path, overwrite: true);
        return footer.Describe(Length);
    }

    /// <summary>Closes the file; unless it was committed nothing is left of it.</summary>
    public void Dispose()
    {
        _closed = true;
        _file.Dispose();
        File.Delete(_draft);
    }

    private int SeriesOf(in MarketEvent marketEvent)
    {
        var key = (marketEvent.Exchange, marketEvent.Instrument, marketEvent.Kind);
        if (_numbers.TryGetValue(key, out var number))
        {
            return number;
        }

        var name = new StoredSeries(
            marketEvent.Exchange, NameOf(marketEvent), marketEvent.Kind, 0, default, default);
        _series.Add((name, SeriesEncoder.For(marketEvent.Kind)));
        _numbers.Add(key, _series.Count - 1);
        return _series.Count - 1;
    }

    private string? NameOf(in MarketEvent marketEvent)
    {
        if (marketEvent.IsReconnecting)
        {
            return null;
        }

        var index = marketEvent.Instrument.Value;
        return index >= 0 && index < _instruments.Count && _instruments[index].Exchange == marketEvent.Exchange
            ? _instruments[index].Name
            : throw new ArgumentException(
                $"{marketEvent.Instrument} is not an instrument of {marketEvent.Exchange.ToWire()} among the "
                + $"{_instruments.Count} of {_path}",
                nameof(marketEvent));
    }

    private void WriteBlock(int series)
    {
        _blocks.Add(_series[series].Encoder.WriteTo(_sink, series, Length));
        Flush();
    }

    private void Flush()
    {
        _file.Write(_sink.Written);
        Length += _sink.Length;
        _sink.Clear();
    }
}
