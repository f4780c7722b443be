using System.Runtime.CompilerServices;
using Barter.MarketData.Streams;
using Barter.MarketData.Subscriptions;
using Barter.Model;

namespace Barter.MarketData.Tests.Streams;

public class MarketStreamsTests
{
    [Fact]
    public async Task Merged_streams_tell_everything_and_each_keeps_its_order()
    {
        var streams = new MarketStreams();
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Kraken, Feed(ExchangeId.Kraken, 1_000));
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Okx, Feed(ExchangeId.Okx, 700));
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Okx, Feed(ExchangeId.Coinbase, 3));

        var told = await ReadAll(streams.SelectAll(SubscriptionKind.PublicTrades));

        (ExchangeId, int)[] given = [(ExchangeId.Kraken, 1_000), (ExchangeId.Okx, 700), (ExchangeId.Coinbase, 3)];
        foreach (var (exchange, count) in given)
        {
            Assert.Equal(
                Enumerable.Range(0, count).Select(number => (long)number),
                told.Where(row => row.Exchange == exchange).Select(row => row.TradeNumber));
        }
    }

    [Fact]
    public async Task What_was_taken_is_gone()
    {
        var streams = new MarketStreams();
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Kraken, Feed(ExchangeId.Kraken, 1));
        streams.Add(SubscriptionKind.OrderBooksL1, ExchangeId.Kraken, Feed(ExchangeId.Bitmex, 1));
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Okx, Feed(ExchangeId.Okx, 1));

        Assert.Null(streams.Select(SubscriptionKind.OrderBooksL2, ExchangeId.Kraken));
        Assert.Single(await ReadAll(streams.Select(SubscriptionKind.PublicTrades, ExchangeId.Kraken)!));
        Assert.Null(streams.Select(SubscriptionKind.PublicTrades, ExchangeId.Kraken));
        var trades = await ReadAll(streams.SelectAll(SubscriptionKind.PublicTrades));
        Assert.Equal([ExchangeId.Okx], trades.Select(row => row.Exchange));
        var rest = await ReadAll(streams.SelectAll());
        Assert.Equal([ExchangeId.Bitmex], rest.Select(row => row.Exchange));
        Assert.Empty(await ReadAll(streams.SelectAll()));
    }

    [Fact]
    public async Task The_first_failure_ends_a_merged_stream_and_stops_the_others()
    {
        var endless = new EndlessFeed();
        var streams = new MarketStreams();
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Kraken, endless.Read());
        var failing = Feed(ExchangeId.Okx, 2, new SocketError.Terminated("1006"));
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Okx, failing);

        var failure = await Assert.ThrowsAsync<ExchangeSocketException>(() => ReadAll(streams.SelectAll()));

        Assert.Equal(new SocketError.Terminated("1006"), failure.Error);
        Assert.True(endless.IsStopped);
    }

    [Fact]
    public async Task A_reader_who_leaves_stops_what_was_merged()
    {
        var (left, right) = (new EndlessFeed(), new EndlessFeed());
        var streams = new MarketStreams();
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Kraken, left.Read());
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Okx, right.Read());

        await foreach (var _ in streams.SelectAll())
        {
            break;
        }

        Assert.True(left.IsStopped);
        Assert.True(right.IsStopped);
    }

    [Fact]
    public async Task A_cancelled_reader_is_let_go()
    {
        var (left, right) = (new EndlessFeed(), new EndlessFeed());
        var streams = new MarketStreams();
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Kraken, left.Read());
        streams.Add(SubscriptionKind.PublicTrades, ExchangeId.Okx, right.Read());
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in streams.SelectAll().WithCancellation(cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });

        Assert.True(left.IsStopped);
        Assert.True(right.IsStopped);
    }

    private static async Task<List<MarketEvent>> ReadAll(IAsyncEnumerable<MarketEvent> stream)
    {
        var told = new List<MarketEvent>();
        await foreach (var item in stream)
        {
            told.Add(item);
        }

        return told;
    }

    private static async IAsyncEnumerable<MarketEvent> Feed(ExchangeId exchange, int count, SocketError? failure = null)
    {
        for (var number = 0; number < count; number++)
        {
            await Task.Yield();
            yield return Trade(exchange, number);
        }

        if (failure is not null)
        {
            throw new ExchangeSocketException(failure);
        }
    }

    private static MarketEvent Trade(ExchangeId exchange, long number) => MarketEvent.OfTrade(
        exchange, new InstrumentIndex(0), Timestamp.Epoch, Timestamp.Epoch, number, 1m, 1m, Side.Buy);

    private sealed class EndlessFeed
    {
        public bool IsStopped { get; private set; }

        public async IAsyncEnumerable<MarketEvent> Read([EnumeratorCancellation] CancellationToken stop = default)
        {
            try
            {
                yield return Trade(ExchangeId.Kraken, 0);
                await Task.Delay(Timeout.Infinite, stop);
            }
            finally
            {
                IsStopped = true;
            }
        }
    }
}
