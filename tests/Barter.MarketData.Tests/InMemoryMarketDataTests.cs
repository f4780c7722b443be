using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.MarketData.Tests;

public class InMemoryMarketDataTests
{
    private static readonly MarketGeneratorOptions Options = new()
    {
        Duration = TimeSpan.FromMinutes(5),
        Disconnects = 2,
    };

    private static readonly MarketEvent[] Generated = [.. new MarketGenerator(Given.Catalog, Options).Generate()];

    [Fact]
    public void A_loaded_recording_delivers_and_reports_the_same()
    {
        using var file = new TempFile(name: "market.json.gz");
        using (var writer = new MarketDataWriter(file.Path, Given.Catalog))
        {
            writer.Write(Generated);
        }

        var recorded = new RecordedMarketData(file.Path, Given.Catalog);
        var loaded = InMemoryMarketData.Load(recorded);

        Assert.Equal(Generated.ToValueList(), Reading.Of(recorded).Events);
        Assert.Equal(Reading.Of(recorded), Reading.Of(loaded));
        Assert.Equal((Generated.Length, recorded.Name), (loaded.Count, loaded.Name));
    }

    [Fact]
    public void Batches_are_slices_of_one_array_that_readings_share()
    {
        var source = new InMemoryMarketData(Generated);
        using var first = source.Open();
        using var second = source.Open();

        Assert.True(first.Next().Span == second.Next().Span);
        Assert.InRange(first.Progress!.Value, 0.01, 0.99);
        Assert.Equal(1_024, first.Report.Items + first.Report.Reconnects);
    }

    [Fact]
    public void The_first_event_is_the_first_item()
    {
        var trade = Given.EveryKind[0];

        Assert.Equal(
            trade.TimeExchange,
            new InMemoryMarketData([MarketEvent.Reconnecting(ExchangeId.Okx), trade]).FirstEventTime());
        Assert.Equal(
            "memory: market data contains no events, only 1 reconnect mark(s) and 0 error item(s); "
            + "give a recording with at least one item",
            Assert.Throws<MarketDataException>(
                () => new InMemoryMarketData([MarketEvent.Reconnecting(ExchangeId.Okx)]).FirstEventTime()).Message);
    }

    [Fact]
    public void Loading_can_be_cancelled()
    {
        using var file = new TempFile(Given.Trade);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(
            () => InMemoryMarketData.Load(new RecordedMarketData(file.Path, Given.Catalog), cancelled.Token));
    }
}
