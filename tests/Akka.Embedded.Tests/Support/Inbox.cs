using System.Threading.Channels;
using Akka.Actor;

namespace Akka.Support;

/// <summary>What was heard, in order; whoever waits longer than ten seconds has found a defect.</summary>
public sealed class Inbox
{
    private readonly Channel<object> _heard = Channel.CreateUnbounded<object>();

    /// <summary>An actor that hears for the inbox.</summary>
    public Props Props => Props.Create(() => new Ear(this));

    public void Hear(object message) => _heard.Writer.TryWrite(message);

    public async Task<T> Next<T>()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return Assert.IsType<T>(await _heard.Reader.ReadAsync(timeout.Token), exactMatch: false);
    }

    private sealed class Ear : UntypedActor
    {
        private readonly Inbox _inbox;

        public Ear(Inbox inbox) => _inbox = inbox;

        protected override void OnReceive(object message) => _inbox.Hear(message);
    }
}
