using System.Threading.Channels;
using Barter.Actors.MarketData;
using Barter.Model;

namespace Barter.Actors.Tests;

public sealed class LiveMarketTests
{
    private readonly Channel<MarketEvent> _channel = Channel.CreateUnbounded<MarketEvent>(
        new() { AllowSynchronousContinuations = true });

    private readonly TaskCompletionSource _closed = new();
    private int _arrived;

    [Fact]
    public void What_is_there_is_read_at_once_and_what_is_to_come_is_called_back()
    {
        _channel.Writer.TryWrite(MarketEvent.Reconnecting(ExchangeId.BinanceSpot));
        using var live = Open();

        Assert.True(live.MoveNext());
        Assert.Equal(ExchangeId.BinanceSpot, live.Current.Exchange);
        Assert.Null(live.MoveNext());
        Assert.Equal(0, _arrived);

        _channel.Writer.TryWrite(MarketEvent.Reconnecting(ExchangeId.Kraken));
        Assert.Equal(1, _arrived);
        Assert.True(live.HasMoved());
        Assert.Equal(ExchangeId.Kraken, live.Current.Exchange);
    }

    [Fact]
    public void An_end_and_a_failure_are_told_when_they_come()
    {
        using var live = Open();
        Assert.Null(live.MoveNext());
        _channel.Writer.Complete();
        Assert.False(live.HasMoved());

        var failing = Channel.CreateUnbounded<MarketEvent>(new() { AllowSynchronousContinuations = true });
        using var broken = new LiveMarket(failing.Reader.ReadAllAsync, () => _arrived++);
        Assert.Null(broken.MoveNext());
        failing.Writer.Complete(new IOException("the line is cut"));
        Assert.Equal("the line is cut", Assert.Throws<IOException>(() => broken.HasMoved()).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_is_closed_once_its_reading_has_ended_and_nobody_is_called_back(bool isReading)
    {
        _channel.Writer.TryWrite(MarketEvent.Reconnecting(ExchangeId.BinanceSpot));
        var live = Open();
        Assert.True(live.MoveNext());
        if (isReading)
        {
            Assert.Null(live.MoveNext());
        }

        live.Dispose();

        await _closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, _arrived);
    }

    private LiveMarket Open()
    {
        // Where actors run there is none
        SynchronizationContext.SetSynchronizationContext(null);
        return new LiveMarket(ReadAsync, () => _arrived++);
    }

    private async IAsyncEnumerable<MarketEvent> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stopping)
    {
        try
        {
            await foreach (var market in _channel.Reader.ReadAllAsync(stopping))
            {
                yield return market;
            }
        }
        finally
        {
            _closed.SetResult();
        }
    }
}
