using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Tells the format of a file by what it begins with.</summary>
internal static class EventReaders
{
    public static IEventReader Choose(
        SourceText source, InstrumentTable instruments, RecordedMarketDataOptions options)
    {
        if (!source.SkipWhiteSpace())
        {
            return new JsonEventReader(source, new LineSplitter(source), instruments);
        }

        return source.Unread[0] switch
        {
            (byte)'[' => new JsonEventReader(source, new ArraySplitter(source), instruments),
            (byte)'{' => new JsonEventReader(source, new LineSplitter(source), instruments),
            _ => ChooseBars(source, instruments, options),
        };
    }

    private static BarEventReader ChooseBars(
        SourceText source, InstrumentTable instruments, RecordedMarketDataOptions options)
    {
        var lines = new LineSplitter(source);
        if (lines.TryNext(out var header) && BarColumns.TryRead(header, out var columns))
        {
            var instrument = Instrument(source, instruments, options);
            return new BarEventReader(source, lines, columns, instrument, options.BarLength);
        }

        throw source.Bad(
            "is neither market data in JSON, which begins with [ or {, nor bars in CSV, which begin with the line "
            + $"'{BarColumns.Header}'; is this the right file?");
    }

    private static IndexedInstrument Instrument(
        SourceText source, InstrumentTable instruments, RecordedMarketDataOptions options)
    {
        if (options.Instrument is { } option)
        {
            return instruments.TryFind(option, out var index)
                ? instruments[index]
                : throw source.Bad(
                    $"instrument '{option}', which the options name, is not in the catalog, which has "
                    + instruments.Known);
        }

        return instruments.Count == 1
            ? instruments[new InstrumentIndex(0)]
            : throw source.Bad(
                $"bars do not say what instrument they are of, and the catalog has {instruments.Count} "
                + $"({instruments.Known}); name one in RecordedMarketDataOptions.Instrument");
    }
}
