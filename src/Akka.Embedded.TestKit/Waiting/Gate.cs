namespace Akka.TestKit;

/// <summary>Guards state that others wait for; whoever waits looks again the moment the state changes.</summary>
internal sealed class Gate
{
    private readonly object _sync = new();
    private TaskCompletionSource? _changed;

    public T Read<T>(Func<T> read)
    {
        lock (_sync)
        {
            return read();
        }
    }

    public void Change(Action change)
    {
        TaskCompletionSource? changed;
        lock (_sync)
        {
            change();
            Monitor.PulseAll(_sync);
            (changed, _changed) = (_changed, null);
        }

        changed?.SetResult();
    }

    /// <summary>Waits until the condition holds; it is asked under the lock and may take what it has found.</summary>
    /// <returns>False when the time was over before.</returns>
    public async ValueTask<bool> Until(Func<bool> condition, Wait wait, TimeSpan max, CancellationToken cancellation)
    {
        var deadline = Deadline.After(max);
        if (wait == Wait.Blocking)
        {
            return Block(condition, deadline, cancellation);
        }

        while (true)
        {
            Task changed;
            lock (_sync)
            {
                if (condition())
                {
                    return true;
                }

                // Continuations must not run on the thread that made the change, which may be an actor's
                _changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = _changed.Task;
            }

            cancellation.ThrowIfCancellationRequested();
            if (deadline.IsOver)
            {
                return false;
            }

            await changed.WaitAsync(deadline.Left, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool Block(Func<bool> condition, Deadline deadline, CancellationToken cancellation)
    {
        using var cancelled = cancellation.UnsafeRegister(static gate => ((Gate)gate!).Change(() => { }), this);
        lock (_sync)
        {
            while (!condition())
            {
                cancellation.ThrowIfCancellationRequested();
                if (deadline.IsOver)
                {
                    return false;
                }

                Monitor.Wait(_sync, deadline.Left);
            }

            return true;
        }
    }
}
