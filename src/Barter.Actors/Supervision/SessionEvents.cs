namespace Barter.Actors.Supervision;

/// <summary>What the holder of a session waits for.</summary>
internal sealed class SessionEvents
{
    private readonly TaskCompletionSource<TerminationReason> _terminated =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _marketEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TerminationReason> Terminated => _terminated.Task;

    public Task MarketEnded => _marketEnded.Task;

    public void Terminate(TerminationReason reason)
    {
        _terminated.TrySetResult(reason);
        _marketEnded.TrySetResult();
    }

    public void EndMarket() => _marketEnded.TrySetResult();
}
