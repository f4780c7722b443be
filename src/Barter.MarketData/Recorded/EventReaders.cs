using Barter.MarketData.Recorded.Import;
using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Tells the format of a file by what it begins with.</summary>
internal static class EventReaders
{
    private static readonly (byte[] Start, string What)[] Others =
    [
        ([.. "<"u8], "a web page or another kind of XML, not market data; did the download need a login?"),
        ([.. "PAR1"u8], "Parquet, which is not read; export it as CSV"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zipped by zstd, which is not read; unzip it first"),
        ([0xFD, .. "7zXZ"u8], "zipped by xz, which is not read; unzip it first"),
        ([.. "7z"u8, 0xBC, 0xAF], "zipped by 7-Zip, which is not read; unzip it first"),
        ([.. "BZh"u8], "zipped by bzip2, which is not read; unzip it first"),
    ];

    public static IEventReader Choose(
        SourceText source, InstrumentTable instruments, RecordedMarketDataOptions options)
    {
        if (!source.SkipWhiteSpace())
        {
            return new JsonEventReader(source, new LineSplitter(source), instruments);
        }

        foreach (var (start, what) in Others)
        {
            if (source.LookAhead(start.Length).StartsWith(start))
            {
                throw source.Bad($"is {what}");
            }
        }

        return source.Unread[0] switch
        {
            (byte)'[' => new JsonEventReader(source, new ArraySplitter(source), instruments),
            (byte)'{' => new JsonEventReader(source, new LineSplitter(source), instruments),
            _ => CsvReaders.Choose(source, () => Instrument(source, instruments, options), options),
        };
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
                $"the file does not say what instrument it is of, and the catalog has {instruments.Count} "
                + $"({instruments.Known}); name one in RecordedMarketDataOptions.Instrument");
    }
}
