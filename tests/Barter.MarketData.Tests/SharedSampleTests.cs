using Barter.MarketData.Checking;
using Barter.Model;

namespace Barter.MarketData.Tests;

public class SharedSampleTests
{
    [Fact]
    public void The_sample_with_disconnects_has_21_trades_and_three_marks()
    {
        if (Given.Shared("binance_spot_market_data_with_disconnect_events.json") is not { } path)
        {
            return;
        }

        var reading = Reading.Of(new RecordedMarketData(path, Given.Catalog));

        Assert.Null(reading.Failure);
        Assert.Equal(9, reading.Events.Count(row => !row.IsReconnecting && row.Instrument.Value == 0));
        Assert.Equal(12, reading.Events.Count(row => !row.IsReconnecting && row.Instrument.Value == 2));
        Assert.Equal([5, 11, 16], Enumerable.Range(0, 24).Where(i => reading.Events[i].IsReconnecting));
        Assert.Equal("2024-12-20T19:05:18.319581890Z", reading.Events[0].TimeReceived.ToString());
        Assert.Equal(new PublicTrade("4314349047", 96962.51m, 0.00006m, Side.Buy), reading.Events[0].Trade);
    }

    [Fact]
    public void The_synthetic_sample_has_five_trades_and_one_mark()
    {
        if (Given.Shared("synthetic_market_data.json") is not { } path)
        {
            return;
        }

        var report = Reading.Of(new RecordedMarketData(path, Given.Catalog)).Report;

        Assert.Equal((5, 1, 0, 0), (report.Items, report.Reconnects, report.Errors, report.Late));
    }

    [Fact]
    public void The_real_bars_are_read_to_the_last()
    {
        if (Given.Shared("real/btc-perp-20211231-20220201_1m.csv") is not { } path)
        {
            return;
        }

        var source = new RecordedMarketData(path, Given.OneInstrument);
        var reading = Reading.Of(source);

        Assert.Null(reading.Failure);
        Assert.Equal(45_031, reading.Report.Items);
        Assert.Equal("2021-12-31T23:02:00Z", reading.Report.First.ToString());
        Assert.Equal(46377m, reading.Events[0].Candle.Close);
        using var stream = source.Open();
        Assert.Equal(45_031, MarketDataCheck.Run(stream).Report.Items);
    }
}
