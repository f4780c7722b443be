using System.Runtime.CompilerServices;
using Barter.Actors;
using Barter.Execution.Exchanges;
using Barter.Execution.Exchanges.Served;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Paper;

/// <summary>The market of a served exchange: asked for again, and again, where the link breaks.</summary>
internal sealed class ServedMarket : IPaperMarket
{
    private static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(5);

    private readonly string _address;
    private readonly ExchangeId _id;
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _events;
    private long _reconnects;

    public ServedMarket(string address, ExchangeStatus status)
    {
        (_address, _id) = (address, status.Exchange);
        Feed = MarketFeed.Live(ReadAsync, status.Time, (double?)status.Speed ?? 1);
    }

    public MarketFeed Feed { get; }

    public bool IsPaced => true;

    /// <summary>Completes once the recording of the exchange is over.</summary>
    public Task Broken => _over.Task;

    public double? Share => null;

    public MarketDataReport Report => MarketDataReport.Empty with
    {
        Items = Volatile.Read(ref _events),
        Reconnects = Volatile.Read(ref _reconnects),
    };

    public (long Events, double? Share) ProgressAt(Timestamp time) => (Volatile.Read(ref _events), null);

    private async IAsyncEnumerable<MarketEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var pause = PauseMin;
        await using var exchange = new ServedExchangeClient(_address);
        while (true)
        {
            await using var reading = exchange.MarketAsync(cancellation).GetAsyncEnumerator(cancellation);
            while (await TryReadAsync(reading) is { } batch)
            {
                pause = PauseMin;
                foreach (var seen in batch)
                {
                    Interlocked.Increment(ref _events);
                    yield return seen;
                }
            }

            if (_over.Task.IsCompleted)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            }

            // What happens meanwhile nobody tells afterwards
            Interlocked.Increment(ref _reconnects);
            yield return MarketEvent.Reconnecting(_id);
            await Task.Delay(pause, cancellation);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, PauseMax.Ticks));
        }
    }

    /// <summary>None where the link broke, or the recording is over.</summary>
    private async Task<IReadOnlyList<MarketEvent>?> TryReadAsync(IAsyncEnumerator<IReadOnlyList<MarketEvent>> reading)
    {
        try
        {
            if (await reading.MoveNextAsync())
            {
                return reading.Current;
            }

            _over.TrySetResult();
            return null;
        }
        catch (ExecutionClientException)
        {
            return null;
        }
    }
}
