namespace Barter.Actors.Hosting;

/// <summary>A session of the host on its way from added to started.</summary>
internal sealed class HostedSession(SessionRegistration registration, SessionOptions options)
{
    private readonly TaskCompletionSource<SystemHandle> _started =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SessionRegistration Registration => registration;

    public SessionOptions Options => options;

    public string Name => registration.Name;

    public Task<SystemHandle> Started => _started.Task;

    /// <summary>None until it has started.</summary>
    public SystemHandle? Handle => Started.IsCompletedSuccessfully ? Started.Result : null;

    public void Start(SystemHandle handle) => _started.TrySetResult(handle);

    public void Fail(Exception cause) => _started.TrySetException(cause);
}
