using System.Security.Cryptography;
using Barter.MarketData.Checking;
using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.MarketData.Tests.Generation;

public class MarketGeneratorTests
{
    private static readonly MarketGeneratorOptions Options = new()
    {
        Seed = 7,
        Duration = TimeSpan.FromMinutes(10),
        EventsPerSecond = 20m,
        Disconnects = 3,
        Instruments = [
            new(new InstrumentIndex(3), 97_000m, 0.5m), new(new InstrumentIndex(0), 97_000m),
            new(new InstrumentIndex(1), 0.0001234m)],
    };

    private static readonly MarketEvent[] Events = [.. new MarketGenerator(Given.Catalog, Options).Generate()];

    [Fact]
    public void The_same_seed_gives_the_same_bytes_everywhere()
    {
        using var target = new MemoryStream();
        using (var writer = new MarketDataWriter(target, Given.Catalog))
        {
            writer.Write(Events.AsSpan(0, 10_000));
        }

        Assert.Equal(
            "5bb7ded596ff4b3bbbf2b08387a80d8a978c625e79136ab93200e7eaf50a718e",
            Convert.ToHexStringLower(SHA256.HashData(target.ToArray())));
    }

    [Fact]
    public void Another_seed_gives_another_market() => Assert.NotEqual(
        Events, new MarketGenerator(Given.Catalog, Options with { Seed = 8 }).Generate());

    [Fact]
    public void An_instruments_market_does_not_depend_on_the_others() => Assert.Equal(
        Events.Where(row => !row.IsReconnecting && row.Instrument.Value == 1),
        new MarketGenerator(Given.Catalog, Options with { Instruments = [Options.Instruments[2], new(new(0), 5m)] })
            .Generate()
            .Where(row => !row.IsReconnecting && row.Instrument.Value == 1));

    [Fact]
    public void There_are_about_as_many_events_as_asked_for_in_the_time_asked_for()
    {
        var report = Reading.Of(new InMemoryMarketData(Events)).Report;

        Assert.InRange(report.Items, 34_000, 37_000);
        Assert.Equal((6, 0), (report.Reconnects, report.Late));
        Assert.True(report.First >= Options.Start && report.Last < Options.Start + Options.Duration);
        Assert.All(Events.Where(row => !row.IsReconnecting), row =>
        {
            Assert.Equal(0, row.TimeExchange.UnixNanos % 1_000);
            Assert.InRange((row.TimeReceived - row.TimeExchange).TotalMilliseconds, 1, 5);
        });
    }

    [Fact]
    public void Quotes_are_on_the_grid_and_trades_within_them()
    {
        var quotes = new Dictionary<InstrumentIndex, MarketEvent>();
        var taken = new Dictionary<(InstrumentIndex, Side), decimal>();
        foreach (var row in Events)
        {
            if (row.IsReconnecting)
            {
                quotes = quotes.Where(quote => quote.Value.Exchange != row.Exchange).ToDictionary();
            }
            else if (row.Kind == MarketEventKind.OrderBookL1)
            {
                Assert.True(row.BidPrice > 0m && row.BidPrice < row.AskPrice);
                Assert.True(row.BidAmount > 0m && row.AskAmount > 0m);
                Assert.Equal(0m, row.BidPrice % TickOf(row.Instrument));
                Assert.Equal(0m, row.AskPrice % TickOf(row.Instrument));
                quotes[row.Instrument] = row;
                taken[(row.Instrument, Side.Buy)] = taken[(row.Instrument, Side.Sell)] = 0m;
            }
            else
            {
                var quote = quotes[row.Instrument];
                var (price, shown) = row.TradeSide == Side.Buy
                    ? (quote.AskPrice, quote.AskAmount)
                    : (quote.BidPrice, quote.BidAmount);
                taken[(row.Instrument, row.TradeSide)] += row.TradeAmount;
                Assert.Equal(price, row.TradePrice);
                Assert.InRange(taken[(row.Instrument, row.TradeSide)], row.TradeAmount, shown);
            }
        }
    }

    [Fact]
    public void The_check_has_nothing_to_say_but_for_the_disconnects()
    {
        using var stream = new InMemoryMarketData(Events).Open();
        var result = MarketDataCheck.Run(stream, new() { GapThreshold = TimeSpan.FromSeconds(10) });

        Assert.False(result.HasProblems);
        Assert.Equal([FindingKind.Reconnect], result.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void Prices_trend_and_stay_about_where_they_began()
    {
        var options = new MarketGeneratorOptions { Duration = TimeSpan.FromDays(1), EventsPerSecond = 2m };
        var mids = new MarketGenerator(Given.OneInstrument, options)
            .Generate()
            .Where(row => row.Kind == MarketEventKind.OrderBookL1)
            .Select(row => (row.BidPrice + row.AskPrice) / 2m)
            .ToArray();
        var hourly = mids.Chunk(mids.Length / 24).Select(hour => (hour.Max() - hour.Min()) / hour[0]).ToArray();

        Assert.InRange(mids.Min(), 80m, 99.5m);
        Assert.InRange(mids.Max(), 100.5m, 125m);
        Assert.InRange(hourly.Average(), 0.005m, 0.05m);
    }

    [Theory]
    [InlineData("duration", "Duration must be positive and at most ten years")]
    [InlineData("start", "Start is too late")]
    [InlineData("events", "EventsPerSecond must be from 0.001 to 100000")]
    [InlineData("volatility", "DailyVolatility must be from 0 to 1")]
    [InlineData("disconnects", "Disconnects must be from 0 to 1000")]
    [InlineData("unknown", "InstrumentIndex(9) is not in the catalog")]
    [InlineData("price", "InitialPrice must be from 0.00000001 to 1000000000")]
    [InlineData("tick", "TickSize must be positive and not above InitialPrice")]
    [InlineData("twice", "an instrument is given twice")]
    public void Bad_options_are_refused(string option, string refusal)
    {
        var options = option switch
        {
            "duration" => Options with { Duration = TimeSpan.Zero },
            "start" => Options with { Start = Timestamp.MaxValue },
            "events" => Options with { EventsPerSecond = 0m },
            "volatility" => Options with { DailyVolatility = -0.1m },
            "disconnects" => Options with { Disconnects = -1 },
            "unknown" => Options with { Instruments = [new(new InstrumentIndex(9), 1m)] },
            "price" => Options with { Instruments = [new(new InstrumentIndex(0), 0m)] },
            "tick" => Options with { Instruments = [new(new InstrumentIndex(0), 1m, 2m)] },
            _ => Options with { Instruments = [new(new InstrumentIndex(0), 1m), new(new InstrumentIndex(0), 2m)] },
        };

        Assert.StartsWith(
            refusal,
            Assert.Throws<ArgumentException>(() => new MarketGenerator(Given.Catalog, options)).Message,
            StringComparison.Ordinal);
    }

    private static decimal TickOf(InstrumentIndex instrument) => instrument.Value switch
    {
        0 => 1m,
        1 => 0.00000001m,
        _ => 0.5m,
    };
}
