using System.Text;
using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Which series a reading wants, and what it calls their instruments.</summary>
internal sealed class StoredSelection(InstrumentTable instruments, RecordedMarketDataOptions options)
{
    public TimeRange Range { get; } = new(options.From, options.To);

    /// <summary>The catalog's instruments as a message lists them.</summary>
    public string Known => instruments.Known;

    public bool Wants(StoredSeries series) => TryFind(series, out _);

    /// <summary>Whether a file may have something that is wanted.</summary>
    public bool Touches(StoredFile file) =>
        file.Series.Any(series => Wants(series) && Range.Touches(series.First, series.Last));

    public IEnumerable<SeriesCursor> CursorsOf(ColumnarFile file, int number)
    {
        var series = file.Footer.Series;
        for (var i = 0; i < series.Count; i++)
        {
            var blocks = file.Footer.Blocks
                .Where(block => block.Series == i && Range.Touches(block.Earliest, block.Latest))
                .ToArray();
            if (blocks.Length > 0 && TryFind(series[i], out var instrument))
            {
                var decoder = SeriesDecoder.For(series[i].Kind, series[i].Exchange, instrument);
                yield return new SeriesCursor(file, number, blocks, decoder, Range);
            }
        }
    }

    private bool TryFind(StoredSeries series, out InstrumentIndex instrument)
    {
        instrument = default;
        return series.Instrument is null
            ? instruments.HasExchange(series.Exchange)
            : instruments.TryFind(series.Exchange, Encoding.UTF8.GetBytes(series.Instrument), out instrument)
                && instruments[instrument].ExchangeId == series.Exchange
                && (options.Instruments.Count == 0 || options.Instruments.Contains(instrument));
    }
}
