using Akka.Event;

namespace Akka.Actor;

/// <summary>One run through the phases. Nobody waits: the end of one phase begins the next.</summary>
internal sealed class ShutdownRun(
    ActorSystemImpl system,
    ILoggingAdapter log,
    IReadOnlyList<ShutdownPhase> phases,
    Func<ShutdownPhase, ShutdownTask[]> tasksOf)
{
    private readonly TaskCompletionSource<Done> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Done> Completion => _completion.Task;

    public void Begin() => system.Machine.Later(() => RunFrom(0));

    private void RunFrom(int index)
    {
        for (; index < phases.Count; index++)
        {
            var phase = phases[index];
            var tasks = tasksOf(phase);
            if (tasks.Length > 0 && phase.Enabled)
            {
                var next = index + 1;
                new ShutdownPhaseRun(system, log, phase, tasks, failure => Ended(failure, next)).Begin();
                return;
            }

            if (tasks.Length > 0)
            {
                log.Warning("Shutdown phase {0} is disabled: its {1} tasks are not run", phase.Name, tasks.Length);
            }
        }

        _completion.TrySetResult(Done.Instance);
    }

    private void Ended(Exception? failure, int next)
    {
        if (failure is null)
        {
            system.Machine.Later(() => RunFrom(next));
            return;
        }

        log.Error(failure, "The shutdown stops at a phase that is not to be recovered from: {0}", failure.Message);
        _completion.TrySetException(failure);
    }
}
