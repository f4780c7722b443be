using Barter.MarketData.Generation;
using Barter.MarketData.Recorded.Columnar;
using Barter.Model;

namespace Barter.MarketData.Tests.Columnar;

public class ColumnarRoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(129)]
    [InlineData(4_097)]
    [InlineData(60_000)]
    public void What_is_written_is_read_again_digit_for_digit(int count)
    {
        var events = new SeededEvents(SeededDraws.For(Seeds.Current, $"round trip {count}")).Take(count);
        using var file = new TempFile(name: "market.bmd");

        var written = Write(file.Path, events);
        var reading = Reading.Of(new RecordedMarketData(file.Path, Given.Catalog));

        Assert.Null(reading.Failure);
        Exactly.Equal(events, reading.Events);
        Assert.Equal(ReportOf(events), reading.Report);
        Assert.Equal(count, written.Count);
        Assert.Equal(new FileInfo(file.Path).Length, written.Length);
        Assert.Equal(written, StoredMarketData.Describe(file.Path));
        Assert.Equal(written, StoredMarketData.Verify(file.Path));
    }

    [Fact]
    public void Every_kind_there_is_comes_back()
    {
        using var file = new TempFile(name: "market.bmd");
        Write(file.Path, Given.EveryKind);

        Exactly.Equal(Given.EveryKind, Reading.Of(new RecordedMarketData(file.Path, Given.Catalog)).Events);
        Assert.True(StoredMarketData.IsStored(file.Path));
    }

    internal static StoredFile Write(string path, ReadOnlySpan<MarketEvent> events)
    {
        using var writer = ColumnarWriter.Create(path, Given.Catalog);
        writer.Add(events);
        return writer.Commit();
    }

    private static MarketDataReport ReportOf(MarketEvent[] events)
    {
        using var stream = new InMemoryMarketData(events).Open();
        while (!stream.Next().IsEmpty)
        {
        }

        return stream.Report;
    }
}
