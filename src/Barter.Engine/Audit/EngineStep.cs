using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>What one event did: the audit of it, and what the shell is to carry out.</summary>
/// <param name="Sequence">The number of the step; without gaps.</param>
/// <param name="Time">The engine's time after the event.</param>
/// <param name="Outputs">What the event did beside changing the state.</param>
/// <param name="Errors">Why the event was refused, if it was.</param>
/// <param name="Requests">What is to be sent to the exchanges, in order.</param>
/// <param name="Timers">When the strategy wishes to be woken.</param>
/// <param name="IsTerminal">Whether nothing more may be processed.</param>
public readonly record struct EngineStep(
    ulong Sequence,
    Timestamp Time,
    ValueList<EngineOutput> Outputs,
    ValueList<EngineError> Errors,
    ValueList<ExecutionRequest> Requests,
    ValueList<EngineEvent.TimerElapsed> Timers,
    bool IsTerminal)
{
    /// <summary>Whether there is anything in it but its number and time.</summary>
    public bool IsQuiet => Outputs.Count == 0 && Errors.Count == 0;

    /// <summary>
    /// Whether what it tells counts: it was neither refused nor known. A fill that is told by a report and by a query
    /// counts once.
    /// </summary>
    public bool IsNews => IsQuiet || EngineOutput.IsNews(Outputs, Errors);

    public AuditTick ToTick(EngineEvent cause) =>
        new(new AuditContext(Sequence, Time), new AuditEvent.Processed(cause, Outputs, Errors));

    public override string ToString() => $"#{Sequence} {Time}: {Outputs} {Errors}";
}
