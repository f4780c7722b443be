using System.Threading.Channels;

namespace Barter.Benchmarks.Measuring;

/// <summary>The least that can be had instead of an actor: a channel, and a task that reads it.</summary>
internal sealed class ChannelLoop
{
    private readonly Channel<object> _channel = Channel.CreateUnbounded<object>(new() { SingleReader = true });
    private readonly Action<object> _handle;

    public ChannelLoop(Action<object> handle)
    {
        _handle = handle;
        Ended = ReadAsync();
    }

    public Task Ended { get; }

    public void Tell(object message) => _channel.Writer.TryWrite(message);

    public void Stop() => _channel.Writer.Complete();

    private async Task ReadAsync()
    {
        while (await _channel.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_channel.Reader.TryRead(out var message))
            {
                _handle(message);
            }
        }
    }
}
