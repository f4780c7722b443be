using Akka.Event;

namespace Akka.Actor;

/// <summary>Runs the tasks of a phase side by side.</summary>
/// <remarks>It ends with the last of them, with the timeout, or with a failure that is not recovered from.</remarks>
internal sealed class ShutdownPhaseRun(
    ActorSystemImpl system,
    ILoggingAdapter log,
    ShutdownPhase phase,
    ShutdownTask[] tasks,
    Action<Exception?> ended)
{
    private readonly Lock _lock = new();
    private readonly List<ShutdownTask> _unfinished = [.. tasks];
    private ICancelable? _timer;
    private bool _hasEnded;

    public void Begin()
    {
        log.Debug("Shutdown phase {0} runs {1}", phase.Name, Names(tasks));

        // After the end of the system there are no timers
        _timer = system.WhenTerminated.IsCompleted
            ? null
            : system.Scheduler.Advanced.ScheduleOnceCancelable(phase.Timeout, OnTimeout);
        foreach (var task in tasks)
        {
            _ = Start(task).ContinueWith(
                done => OnEnded(task, CauseOf(done)),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private static string Names(IEnumerable<ShutdownTask> tasks) => string.Join(", ", tasks.Select(task => task.Name));

    private static Exception? CauseOf(Task done) =>
        done.IsCanceled ? new TaskCanceledException(done) : done.Exception?.InnerException;

    private static Task Start(ShutdownTask task)
    {
        try
        {
            return task.Start() ?? Task.CompletedTask;
        }
        catch (Exception failure)
        {
            return Task.FromException(failure);
        }
    }

    private void OnEnded(ShutdownTask task, Exception? failure)
    {
        bool isLast;
        lock (_lock)
        {
            _unfinished.Remove(task);
            isLast = _unfinished.Count == 0;
        }

        if (failure is not null && !phase.Recover)
        {
            End(failure);
            return;
        }

        if (failure is not null)
        {
            log.Warning(failure, "Shutdown task {0} of phase {1} failed: {2}", task.Name, phase.Name, failure.Message);
        }

        if (isLast)
        {
            End(null);
        }
    }

    private void OnTimeout()
    {
        string names;
        lock (_lock)
        {
            names = Names(_unfinished);
        }

        if (phase.Recover)
        {
            log.Warning(
                "Shutdown phase {0} goes on without {1}, unfinished after {2}", phase.Name, names, phase.Timeout);
            End(null);
        }
        else
        {
            End(new TimeoutException($"shutdown phase {phase.Name}: {names} unfinished after {phase.Timeout}"));
        }
    }

    private void End(Exception? failure)
    {
        lock (_lock)
        {
            if (_hasEnded)
            {
                return;
            }

            _hasEnded = true;
        }

        _timer?.Cancel();
        ended(failure);
    }
}
