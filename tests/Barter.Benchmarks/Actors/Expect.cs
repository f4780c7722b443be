namespace Barter.Benchmarks.Actors;

/// <summary>Tells a receiver how many messages a round has; it sets the task after the last.</summary>
internal sealed class Expect(int messages)
{
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Messages { get; } = messages;

    public Task Met => _met.Task;

    public void Meet() => _met.TrySetResult();
}
