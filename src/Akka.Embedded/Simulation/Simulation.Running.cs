namespace Akka.Simulation;

/// <content>The loop.</content>
public sealed partial class Simulation
{
    /// <summary>Runs once and says how it went; the failure has no trace yet.</summary>
    internal static Outcome RunOnce<T>(
        long seed,
        Func<Simulation, T> build,
        Func<Simulation, T, Task> script,
        SimulationOptions options,
        IReadOnlySet<int> leftOut)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var simulation = new Simulation(seed, options, leftOut);
            using var trace = simulation._machine.Trace;
            var built = build(simulation);
            return simulation.RunToEnd(() => script(simulation, built));
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private Outcome RunToEnd(Func<Task> script)
    {
        var context = new SimulatedContext(_machine);
        var done = Task.CompletedTask;
        context.Run(() => done = Begin(script));
        while (true)
        {
            if (Verdict(done) is { } outcome)
            {
                return outcome;
            }

            try
            {
                if (_machine.HasRunnable)
                {
                    _machine.RunNext();
                }
                else
                {
                    _machine.FireNext();
                }
            }
            catch (Exception failure)
            {
                return Failed($"step {_machine.Step} threw {failure.GetType().Name}: {failure.Message}", failure);
            }
        }
    }

    private static Task Begin(Func<Task> script)
    {
        try
        {
            return script();
        }
        catch (Exception failure)
        {
            return Task.FromException(failure);
        }
    }

    private Outcome? Verdict(Task script)
    {
        if (_machine.Trespass is { } trespass)
        {
            return Failed(trespass.Message, trespass);
        }

        if (BrokenInvariant() is { } name)
        {
            return Failed($"the invariant '{name}' does not hold", null);
        }

        if (script.IsFaulted || script.IsCanceled)
        {
            var cause = Dispatch.ActorTask.FailureOf(script)!;
            return Failed($"the script failed with {cause.GetType().Name}: {cause.Message}", cause);
        }

        if (_isStopped)
        {
            return Ended(SimulationEnding.Stopped);
        }

        return _machine.HasRunnable ? VerdictOnSteps() : VerdictAtRest(script);
    }

    private Outcome? VerdictOnSteps() => _machine.Step < _options.StepsMax
        ? null
        : Failed($"it did not end in {_options.StepsMax} steps (StepsMax)", null);

    private Outcome? VerdictAtRest(Task script)
    {
        if (_scheduler.NextDue is { } due)
        {
            if (due <= _options.Deadline)
            {
                return VerdictOnSteps();
            }

            _scheduler.MoveTo(_options.Deadline);
            return script.IsCompleted
                ? Ended(SimulationEnding.Deadline)
                : Failed($"the script was not done at the deadline of {_options.Deadline}", null);
        }

        return script.IsCompleted
            ? Ended(SimulationEnding.Quiescent)
            : Failed("nothing can run and no timer is set, but the script still waits", null);
    }

    private Outcome Ended(SimulationEnding ending) => new(
        new SimulationResult(
            Seed, ending, _machine.Step, Elapsed, _machine.Trace.Faults.Count, _machine.Trace.Digest()),
        null,
        _faults.Drawn);

    private Outcome Failed(string reason, Exception? cause) => new(
        null,
        new Failure(
            reason,
            cause,
            _machine.Step,
            Elapsed,
            [.. _machine.Trace.ChainOf(_machine.Cause)],
            [.. _machine.Trace.Faults]),
        _faults.Drawn);

    internal sealed record Outcome(SimulationResult? Result, Failure? Failure, int FaultsDrawn);

    internal sealed record Failure(
        string Reason, Exception? Cause, long Step, TimeSpan Time, string[] Chain, string[] Faults);
}
