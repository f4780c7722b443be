using System.Text;
using Barter.Model;

namespace Barter.MarketData.Tests;

public class MarketDataWriterTests
{
    [Theory]
    [InlineData("market.json")]
    [InlineData("market.json.gz")]
    public void What_is_written_is_read_again(string name)
    {
        using var file = new TempFile(name: name);
        using (var writer = new MarketDataWriter(file.Path, Given.Catalog))
        {
            writer.Write(Given.EveryKind);
        }

        var reading = Reading.Of(new RecordedMarketData(file.Path, Given.Catalog));

        Assert.Null(reading.Failure);
        Assert.Equal(Given.EveryKind, reading.Events);
        Assert.Equal(name.EndsWith(".gz", StringComparison.Ordinal), File.ReadAllBytes(file.Path)[0] == 0x1F);
    }

    [Fact]
    public void Every_kind_there_is_takes_part_in_the_round_trip() => Assert.Equal(
        Enum.GetValues<MarketEventKind>(), Given.EveryKind.Select(row => row.Kind).Distinct().Order());

    [Fact]
    public void An_event_is_one_line_with_the_instruments_name()
    {
        using var target = new MemoryStream();
        using (var writer = new MarketDataWriter(target, Given.Catalog))
        {
            writer.Write(Given.EveryKind[0]);
        }

        Assert.Equal(
            """{"Item":{"time_exchange":"2025-01-02T10:00:00.100Z","time_received":"2025-01-02T10:00:00.101234567Z","""
            + "\"exchange\":\"binance_spot\",\"instrument\":\"binance_spot-btc_usdt\",\"kind\":"
            + """{"Trade":{"id":"42","price":100.50,"amount":0.00000001,"side":"Buy"}}}}"""
            + "\n",
            Encoding.UTF8.GetString(target.ToArray()));
    }

    [Fact]
    public void An_event_that_could_not_be_read_again_is_not_written()
    {
        using var writer = new MarketDataWriter(new MemoryStream(), Given.Catalog);

        Assert.Throws<ArgumentException>(() => writer.Write(
            MarketEvent.OfTrade(ExchangeId.Okx, new InstrumentIndex(0), Given.Time, Given.Time, 1, 1m, 1m, Side.Buy)));
        Assert.Throws<ArgumentException>(() => writer.Write(
            MarketEvent.OfTrade(ExchangeId.Okx, new InstrumentIndex(4), Given.Time, Given.Time, 1, 1m, 1m, Side.Buy)));
    }
}
