namespace Barter.Actors.Supervision;

/// <summary>What the holder of a session waits for.</summary>
#pragma warning disable CA1001 // Without a timer the source holds nothing, and who asks may outlive the session
internal sealed class SessionEvents
#pragma warning restore CA1001
{
    private readonly TaskCompletionSource<TerminationReason> _terminated =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _marketEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly CancellationTokenSource _gone = new();

    private long _quotesConflated;

    public Task<TerminationReason> Terminated => _terminated.Task;

    /// <summary>The engine is no more: what is not answered by now never will be.</summary>
    public CancellationToken Gone => _gone.Token;

    /// <summary>What the session was taken up from; known once it is ready.</summary>
    public SessionRecovery? Recovery { get; set; }

    public long QuotesConflated
    {
        get => Volatile.Read(ref _quotesConflated);
        set => Volatile.Write(ref _quotesConflated, value);
    }

    public Task MarketEnded => _marketEnded.Task;

    public void Terminate(TerminationReason reason)
    {
        _terminated.TrySetResult(reason);
        _marketEnded.TrySetResult();
    }

    public void Leave() => _gone.Cancel();

    public void EndMarket() => _marketEnded.TrySetResult();
}
