using Barter.Model;

namespace Barter.MarketData.Tests;

/// <summary>All that a source delivers up to its end or its error.</summary>
internal sealed record Reading(ValueList<MarketEvent> Events, MarketDataReport Report, MarketDataException? Failure)
{
    public static Reading Of(IMarketDataSource source)
    {
        var events = new List<MarketEvent>();
        IMarketDataStream? stream = null;
        try
        {
            stream = source.Open();
            while (stream.Next() is { IsEmpty: false } batch)
            {
                events.AddRange(batch.Span);
            }

            return new Reading(events.ToValueList(), stream.Report, null);
        }
        catch (MarketDataException failure)
        {
            return new Reading(events.ToValueList(), stream?.Report ?? MarketDataReport.Empty, failure);
        }
        finally
        {
            stream?.Dispose();
        }
    }

    public static Reading OfText(
        string text, RecordedMarketDataOptions? options = null, InstrumentCatalog? catalog = null) =>
        OfBytes(Given.Utf8(text), options, catalog);

    public static Reading OfBytes(
        byte[] bytes, RecordedMarketDataOptions? options = null, InstrumentCatalog? catalog = null)
    {
        using var file = new TempFile(bytes);
        return Of(new RecordedMarketData(file.Path, catalog ?? Given.Catalog, options));
    }

    /// <summary>The refusal without the path of the temporary file.</summary>
    public string Refusal => Failure is null
        ? ""
        : Failure.Message[(Failure.Message.IndexOf("market.json", StringComparison.Ordinal) + "market.json".Length)..];
}
