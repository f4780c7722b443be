using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Barter.Model;

namespace Barter.MarketData.Streams;

/// <summary>Makes one stream of many.</summary>
internal static class StreamMerger
{
    // Small, as it is there to let streams run side by side and not to hide a reader who is too slow
    private const int Capacity = 256;

    /// <summary>Ends when all have ended, or with the failure of the first that fails.</summary>
    public static IAsyncEnumerable<MarketEvent> Merge(IReadOnlyList<IAsyncEnumerable<MarketEvent>> streams) =>
        streams is [var only] ? only : MergeMany(streams);

    private static async IAsyncEnumerable<MarketEvent> MergeMany(
        IReadOnlyList<IAsyncEnumerable<MarketEvent>> streams,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var channel = Channel.CreateBounded<MarketEvent>(
            new BoundedChannelOptions(Capacity) { SingleReader = true, AllowSynchronousContinuations = false });
        var pumping = PumpAll(streams, channel.Writer, stop.Token);
        try
        {
            await foreach (var told in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return told;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await pumping.ConfigureAwait(false);
        }
    }

    // Does not throw: a failure ends the channel, and so reaches the reader behind what was read before it
    private static async Task PumpAll(
        IReadOnlyList<IAsyncEnumerable<MarketEvent>> streams, ChannelWriter<MarketEvent> target, CancellationToken stop)
    {
        await Task.WhenAll(streams.Select(stream => Pump(stream, target, stop))).ConfigureAwait(false);
        target.TryComplete();
    }

    private static async Task Pump(
        IAsyncEnumerable<MarketEvent> stream, ChannelWriter<MarketEvent> target, CancellationToken stop)
    {
        try
        {
            await foreach (var told in stream.WithCancellation(stop).ConfigureAwait(false))
            {
                await target.WriteAsync(told, stop).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is not ChannelClosedException)
        {
            target.TryComplete(failure);
        }
        catch (ChannelClosedException)
        {
            // Another stream has failed, and what this one still has will not be read
        }
    }
}
