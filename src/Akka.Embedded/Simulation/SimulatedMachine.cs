using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Simulation;

/// <summary>One thread, virtual time, and what is drawn from the seed.</summary>
internal sealed class SimulatedMachine : Machine
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<(Mailbox? Mailbox, Action? Run, long Cause)> _runnable = [];
    private readonly Dictionary<LocalActorRef, List<Mailbox>> _paused = [];
    private readonly Chance _order;
    private readonly FaultPlan _faults;

    public SimulatedMachine(long seed, SimulatedScheduler scheduler, FaultPlan faults)
    {
        (Scheduler, _faults) = (scheduler, faults);
        _order = Chance.For(seed, use: 1);
        Randomness = new Random(unchecked((int)(seed ^ (seed >> 32))));
    }

    public override Random Randomness { get; }

    public override bool IsSimulated => true;

    public SimulatedScheduler Scheduler { get; }

    public Trace Trace { get; } = new();

    /// <summary>Gets the number of the present step.</summary>
    public long Step { get; private set; }

    /// <summary>Gets the step of what happened last that has a line in the trace.</summary>
    public long Cause { get; private set; } = Trace.Unknown;

    /// <summary>Gets what somebody did who must not: another thread.</summary>
    public Exception? Trespass { get; private set; }

    public bool HasRunnable => _runnable.Count > 0;

    public override SchedulerBase NewScheduler(string name, Action<Exception> failed) => Scheduler;

    public override MessageDispatcher NewDispatcher(string id, int throughput, Config settings) =>
        new SimulatedDispatcher(id, this);

    public override MessageQueue QueueFor(LocalActorRef actor, MessageQueue queue) =>
        new SimulatedQueue(this, actor, (queue as BoundedQueue)?.WithoutWaiting() ?? queue);

    public override void Later(Action run) => Add(null, run);

    public void Schedule(Mailbox mailbox) => Add(mailbox, null);

    /// <summary>Runs one of those that can run, drawn from the seed.</summary>
    public void RunNext()
    {
        var at = _order.Below(_runnable.Count);
        var (mailbox, run, cause) = _runnable[at];
        _runnable[at] = _runnable[^1];
        _runnable.RemoveAt(_runnable.Count - 1);
        if (mailbox is not null && _paused.TryGetValue(mailbox.Ref, out var waiting))
        {
            waiting.Add(mailbox);
            return;
        }

        Begin(cause);
        if (mailbox is null)
        {
            run!();
        }
        else if (mailbox.Run(throughput: 1))
        {
            Schedule(mailbox);
        }
    }

    /// <summary>Moves the clock to the next timer and lets it fire.</summary>
    public void FireNext()
    {
        var entry = Scheduler.TakeNext();
        Begin(Trace.Unknown);
        entry.Fire();
    }

    /// <summary>A message is told: it arrives, or meets with a fault.</summary>
    /// <returns>False when it did not and will not arrive for want of room.</returns>
    public bool Tell(SimulatedQueue queue, LocalActorRef actor, in Envelope envelope)
    {
        CheckThread();
        return _faults.DrawFor(envelope, actor) is { } fault
            ? Suffer(fault, queue, actor, envelope)
            : queue.Arrive(envelope, Cause) & LetHeldIn(queue, envelope);
    }

    /// <summary>A message is about to be processed.</summary>
    public Envelope Hear(LocalActorRef actor, in Envelope envelope, long cause)
    {
        Trace.Add(Step, Scheduler.MonotonicClock, cause, Words.Of(envelope.Sender), Words.Of(actor), envelope.Message);
        Cause = Step;
        if (_faults.PauseFor(actor) is { } span)
        {
            NoteFault($"{Words.Of(actor)} pauses for {span}");
            Pause(actor, span);
        }

        if (_faults.CrashFor(actor) is not { } crash)
        {
            return envelope;
        }

        NoteFault($"{Words.Of(actor)} crashes {(crash.After ? "after" : "before")} {Words.Of(envelope.Message)}");
        return new Envelope(new Crash(envelope.Message, crash.After), envelope.Sender);
    }

    public void Pause(LocalActorRef actor, TimeSpan span)
    {
        if (_paused.TryAdd(actor, []))
        {
            Scheduler.ScheduleOnce(span, () => Unpause(actor));
        }
    }

    public void NoteFault(string what) => Trace.AddFault(Step, Scheduler.MonotonicClock, what);

    private void Begin(long cause)
    {
        Step++;
        Cause = cause;
    }

    private void Add(Mailbox? mailbox, Action? run)
    {
        CheckThread();
        _runnable.Add((mailbox, run, Cause));
    }

    private void Unpause(LocalActorRef actor)
    {
        if (_paused.Remove(actor, out var waiting))
        {
            waiting.ForEach(Schedule);
        }
    }

    private bool Suffer(EdgeFaults.Fault fault, SimulatedQueue queue, LocalActorRef actor, Envelope envelope)
    {
        var cause = Cause;
        var words = $"{Words.Of(envelope.Message)} from {Words.Of(envelope.Sender)} to {Words.Of(actor)}";
        switch (fault.Kind)
        {
            case EdgeFaults.Kind.Drop:
                NoteFault($"drops {words}");
                break;
            case EdgeFaults.Kind.Duplicate:
                NoteFault($"doubles {words}");
                queue.Arrive(envelope, cause);
                queue.Arrive(envelope, cause);
                break;
            case EdgeFaults.Kind.Delay:
                var delay = _faults.Spread(fault);
                NoteFault($"delays by {delay} {words}");
                Scheduler.ScheduleOnce(delay, () => Deliver(queue, actor, envelope, cause));
                break;
            case EdgeFaults.Kind.Reorder:
                NoteFault($"holds back {words}");
                queue.Hold(envelope, cause);
                Scheduler.ScheduleOnce(TimeSpan.Zero, () => Release(queue, actor));
                break;
        }

        return true;
    }

    private static bool LetHeldIn(SimulatedQueue queue, in Envelope after)
    {
        queue.ReleaseFrom(after.Sender);
        return true;
    }

    private static void Deliver(SimulatedQueue queue, LocalActorRef actor, in Envelope envelope, long cause)
    {
        queue.Arrive(envelope, cause);
        actor.Cell.Mailbox.Wake();
    }

    private static void Release(SimulatedQueue queue, LocalActorRef actor)
    {
        queue.ReleaseAll();
        actor.Cell.Mailbox.Wake();
    }

    private void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Trespass ??= new InvalidOperationException(
                "something was told or scheduled from a thread of its own (Task.Run, a timer of the machine, an await "
                + "that left the simulation): that cannot be replayed. "
                + "Use the simulation's TimeProvider and no threads");
            throw Trespass;
        }
    }
}
