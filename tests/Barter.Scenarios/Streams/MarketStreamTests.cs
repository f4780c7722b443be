using Barter.MarketData.Streams;
using Barter.MarketData.Subscriptions;
using Barter.Model;

namespace Barter.Scenarios.Streams;

public sealed class MarketStreamTests
{
    private static readonly Timestamp Noon = Timestamp.Parse("2025-10-04T12:00:00Z");

    [Fact]
    [Trait("Case", "STRM-001")]
    public async Task A_selected_stream_tells_its_trade_and_ends()
    {
        var streams = new MarketStreams();
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.BinanceSpot, Feed([Trade(7, "trade-1")]));

        var trades = streams.Select(SubscriptionKind.PublicTrades, ExchangeId.BinanceSpot);
        await using var reader = trades!.GetAsyncEnumerator();

        Assert.True(await reader.MoveNextAsync());
        Assert.False(reader.Current.IsReconnecting);
        Assert.Equal(
            (ExchangeId.BinanceSpot, new InstrumentIndex(7)), (reader.Current.Exchange, reader.Current.Instrument));
        Assert.Equal(new PublicTrade("trade-1", 101.25m, 0.5m, Side.Buy), reader.Current.AsTrade());
        Assert.False(await reader.MoveNextAsync());
        Assert.Null(streams.Select(SubscriptionKind.PublicTrades, ExchangeId.BinanceSpot));
    }

    [Fact]
    [Trait("Case", "STRM-003")]
    public async Task A_stream_that_fails_fails_for_its_reader()
    {
        var streams = new MarketStreams();
        streams.Add(
            SubscriptionKind.PublicTrades,
            ExchangeId.BinanceSpot,
            Feed([], new ExchangeSocketException(new SocketError.Exchange("down"))));

        var trades = streams.Select(SubscriptionKind.PublicTrades, ExchangeId.BinanceSpot);
        await using var reader = trades!.GetAsyncEnumerator();

        var failure = await Assert.ThrowsAsync<ExchangeSocketException>(async () => await reader.MoveNextAsync());
        Assert.Contains("down", failure.Message);
    }

    [Fact]
    [Trait("Case", "STRM-004")]
    public void Items_of_a_stream_are_equal_by_what_they_tell()
    {
        Assert.Equal(Trade(42, "t-1"), Trade(42, "t-1"));
        Assert.Equal(Trade(42, "t-1").GetHashCode(), Trade(42, "t-1").GetHashCode());
        Assert.NotEqual(Trade(42, "t-1"), MarketEvent.Reconnecting(ExchangeId.BinanceSpot));
    }

    [Fact]
    [Trait("Case", "SUB-001")]
    public void Binance_spot_offers_spot_and_no_futures()
    {
        var future = new MarketDataInstrumentKind.Future(Timestamp.Parse("2025-01-01T00:00:00Z"));

        Assert.True(ExchangeCapabilities.Supports(ExchangeId.BinanceSpot, new MarketDataInstrumentKind.Spot()));
        Assert.False(ExchangeCapabilities.Supports(ExchangeId.BinanceSpot, future));
    }

    [Fact]
    [Trait("Case", "BND-040")]
    public void Kinds_of_subscriptions_are_named_for_what_they_bring()
    {
        string[] names =
            ["PublicTrades", "OrderBooksL1", "OrderBooksL2", "OrderBooksL3", "Liquidations", "Candles"];

        Assert.Equal(names, Enum.GetNames<SubscriptionKind>());
    }

    private static MarketEvent Trade(int instrument, string id) => MarketEvent.OfTrade(
        ExchangeId.BinanceSpot, new InstrumentIndex(instrument), Noon, Noon + TimeSpan.FromSeconds(1),
        new PublicTrade(id, 101.25m, 0.5m, Side.Buy));

    private static async IAsyncEnumerable<MarketEvent> Feed(MarketEvent[] told, Exception? failure = null)
    {
        await Task.CompletedTask;
        foreach (var item in told)
        {
            yield return item;
        }

        if (failure is not null)
        {
            throw failure;
        }
    }
}
