namespace Barter.Model;

/// <summary>What went wrong on a connection that was made; the text is what a log line says.</summary>
public abstract record SocketError
{
    private SocketError()
    {
    }

    /// <summary>The exchange refused a subscription, or did not confirm it in time.</summary>
    public sealed record Subscribe(string Message) : SocketError
    {
        public override string ToString() => $"error subscribing to resources over the socket: {Message}";
    }

    /// <summary>The exchange closed the connection.</summary>
    public sealed record Terminated(string Message) : SocketError
    {
        public override string ToString() => $"stream terminated with closing frame: {Message}";
    }

    /// <summary>A message that is not what the exchange documents.</summary>
    public sealed record Deserialise(string Error, string Payload) : SocketError
    {
        public override string ToString() => $"deserialising error: {Error} for payload: {Payload}";
    }

    /// <summary>A message about something to which nobody subscribed.</summary>
    public sealed record Unidentifiable(SubscriptionId Subscription) : SocketError
    {
        public override string ToString() => $"consumed unidentifiable message: {Subscription}";
    }

    /// <summary>The exchange sent an error.</summary>
    public sealed record Exchange(string Message) : SocketError
    {
        public override string ToString() => $"consumed error message from exchange: {Message}";
    }
}
