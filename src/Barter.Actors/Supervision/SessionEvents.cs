namespace Barter.Actors.Supervision;

/// <summary>What the holder of a session waits for.</summary>
internal sealed class SessionEvents
{
    private readonly TaskCompletionSource<TerminationReason> _terminated =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _marketEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _gone;

    private long _quotesConflated;

    /// <param name="isVirtual">
    /// Whether time is virtual: then one thread does everything, and what waits must not wake on another.
    /// </param>
    public SessionEvents(bool isVirtual) => _gone = new TaskCompletionSource(
        isVirtual ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TerminationReason> Terminated => _terminated.Task;

    /// <summary>The engine is no more: what is not answered by now never will be.</summary>
    public Task Gone => _gone.Task;

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

    public void Leave() => _gone.TrySetResult();

    public void EndMarket() => _marketEnded.TrySetResult();
}
