namespace Barter.Model;

/// <summary>What was wrong with the way to the exchange.</summary>
public abstract record ConnectivityError
{
    private ConnectivityError()
    {
    }

    /// <summary>The request never left.</summary>
    public sealed record ExchangeOffline(ExchangeId Exchange) : ConnectivityError
    {
        public override string ToString() => $"Exchange offline: {Exchange}";
    }

    public sealed record Timeout : ConnectivityError
    {
        public override string ToString() => "ExecutionRequest timed out";
    }

    public sealed record Socket(string Message) : ConnectivityError
    {
        public override string ToString() => $"Socket error: {Message}";
    }
}
