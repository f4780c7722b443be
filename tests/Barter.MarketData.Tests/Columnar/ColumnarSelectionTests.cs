using Barter.MarketData.Generation;
using Barter.MarketData.Recorded.Columnar;
using Barter.Model;

namespace Barter.MarketData.Tests.Columnar;

public class ColumnarSelectionTests
{
    private static readonly MarketEvent[] Events =
        new SeededEvents(SeededDraws.For(Seeds.Current, "selection")).Take(30_000);

    [Theory]
    [InlineData(0, 30_000, "")]
    [InlineData(10_000, 20_000, "")]
    [InlineData(10_000, 10_001, "")]
    [InlineData(0, 30_000, "1")]
    [InlineData(100, 29_000, "0,3")]
    [InlineData(29_999, 0, "2")]
    public void A_selection_is_what_a_filter_leaves_of_all(int from, int to, string instruments)
    {
        using var file = new TempFile(name: "market.bmd");
        ColumnarRoundTripTests.Write(file.Path, Events);
        var options = new RecordedMarketDataOptions
        {
            From = TimeOf(from),
            To = to == Events.Length ? null : TimeOf(to),
            Instruments = [.. instruments.Split(',').Where(text => text.Length > 0).Select(
                text => new InstrumentIndex(text[0] - '0'))],
        };

        var reading = Reading.Of(new RecordedMarketData(file.Path, Given.Catalog, options));

        Assert.Null(reading.Failure);
        Exactly.Equal([.. Filter(Events, options)], reading.Events);
    }

    [Fact]
    public void A_selection_of_a_text_is_the_same()
    {
        // A text refuses what no exchange tells, such as a trade of nothing
        var events = Events
            .Where(told => told.Kind is MarketEventKind.OrderBookL1 or MarketEventKind.Reconnecting
                && (told.IsReconnecting || told.TimeReceived.UnixNanos > 0))
            .Take(2_000)
            .ToArray();
        var times = events.Where(told => !told.IsReconnecting).Select(told => told.TimeExchange).Order().ToArray();
        var options = new RecordedMarketDataOptions
        {
            From = times[times.Length / 4],
            To = times[times.Length * 3 / 4],
            Instruments = [new InstrumentIndex(1), new InstrumentIndex(2)],
            MaxLateness = TimeSpan.FromDays(10_000),
        };
        using var text = new TempFile();
        using (var writer = new MarketDataWriter(text.Path, Given.Catalog))
        {
            writer.Write(events);
        }

        var reading = Reading.Of(new RecordedMarketData(text.Path, Given.Catalog, options));

        Assert.Null(reading.Failure);
        Assert.NotEmpty(reading.Events);
        Assert.Equal(Filter(events, options), reading.Events);
    }

    [Fact]
    public void What_is_not_selected_is_not_read()
    {
        using var file = new TempFile(name: "market.bmd");
        var times = Enumerable.Range(0, 20_000).Select(i => Given.Time.AddNanos(i)).ToArray();
        ColumnarRoundTripTests.Write(
            file.Path, [.. times.Select((time, i) => Trade(new InstrumentIndex(i % 2), time, i))]);
        var bytes = File.ReadAllBytes(file.Path);

        // All but the last block of one instrument is destroyed
        using (var opened = ColumnarFile.Open(file.Path))
        {
            foreach (var block in opened.Footer.Blocks)
            {
                if (block.Series != 1 || block.Latest < times[^1])
                {
                    bytes.AsSpan((int)block.Offset, block.Length).Clear();
                }
            }
        }

        File.WriteAllBytes(file.Path, bytes);
        var options = new RecordedMarketDataOptions
        {
            From = times[19_000],
            Instruments = [new InstrumentIndex(1)],
        };

        var reading = Reading.Of(new RecordedMarketData(file.Path, Given.Catalog, options));

        Assert.Null(reading.Failure);
        Assert.Equal(500, reading.Events.Count);
        Assert.NotNull(Reading.Of(new RecordedMarketData(file.Path, Given.Catalog)).Failure);
        Assert.Throws<MarketDataException>(() => StoredMarketData.Verify(file.Path));
    }

    [Fact]
    public void A_file_without_any_of_the_catalogs_instruments_says_what_it_has()
    {
        using var file = new TempFile(name: "market.bmd");
        ColumnarRoundTripTests.Write(file.Path, [Trade(new InstrumentIndex(2), Given.Time, 1)]);

        var failure = Assert.Throws<MarketDataException>(
            () => new RecordedMarketData(file.Path, Given.OneInstrument).Open());

        Assert.EndsWith(
            "has nothing of the catalog's instruments (binance_spot-btc_usdt); it has binance_spot-sol_usdt",
            failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instrument_may_be_named_by_its_exchanges_symbol()
    {
        using var file = new TempFile(name: "market.bmd");
        using (var writer = ColumnarWriter.Create(file.Path, [new StoredInstrument(ExchangeId.Okx, "BTC-USDT")]))
        {
            var trade = MarketEvent.OfTrade(
                ExchangeId.Okx, default, Given.Time, Given.Time, 1, 1m, 1m, Side.Buy);
            writer.Add(trade);
            Assert.Throws<ArgumentException>(() => writer.Add(Trade(default, Given.Time, 1)));
            writer.Commit();
        }

        var told = Assert.Single(Reading.Of(new RecordedMarketData(file.Path, Given.Catalog)).Events);

        Assert.Equal(new InstrumentIndex(3), told.Instrument);
    }

    internal static MarketEvent Trade(InstrumentIndex instrument, Timestamp time, long id) => MarketEvent.OfTrade(
        Given.Catalog[instrument].ExchangeId, instrument, time, time, id, 100.5m, 1m, Side.Buy);

    /// <summary>Events that are wanted, each with the latest time of it and all before it.</summary>
    internal static IEnumerable<(Timestamp Place, MarketEvent Event)> Placed(
        IEnumerable<MarketEvent> events, RecordedMarketDataOptions options)
    {
        var place = Timestamp.MinValue;
        foreach (var told in events)
        {
            place = told.IsReconnecting ? place : Timestamp.Max(place, told.TimeExchange);
            var time = told.IsReconnecting ? place : told.TimeExchange;
            if ((options.From is not { } from || time >= from) && (options.To is not { } to || time < to)
                && (told.IsReconnecting || options.Instruments.Count == 0
                    || options.Instruments.Contains(told.Instrument)))
            {
                yield return (place, told);
            }
        }
    }

    private static IEnumerable<MarketEvent> Filter(
        IEnumerable<MarketEvent> events, RecordedMarketDataOptions options) =>
        Placed(events, options).Select(row => row.Event);

    private static Timestamp TimeOf(int number) => Events.Skip(number).First(told => !told.IsReconnecting).TimeExchange;
}
