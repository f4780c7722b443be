using Barter.Actors.Engine;
using Barter.Actors.Settings;
using Barter.Engine.Audit;
using Barter.Journal;
using Barter.Model;

namespace Barter.Actors.Journal;

/// <summary>Feeds a journal to a core, and compares what that wishes for with what the journal says it did.</summary>
/// <remarks>
/// A shutdown stops a process and not the session, so none is fed: whoever starts the session again goes on. Who only
/// looks feeds the last one by <see cref="Finish"/>.
/// </remarks>
internal sealed class SessionReplay(SessionPlan plan, IReplayWatcher? watcher = null) : IJournalReader
{
    private readonly Queue<(ulong Step, ExecutionRequest Request)> _wished = new();
    private SessionCore? _core;
    private (long Number, EngineEvent? Event, MarketEvent Market) _cause;
    private (long Number, JournalEntry.Entered Entered)? _shutdown;

    /// <summary>Gets the core; only after <see cref="Begin"/> or the first entry.</summary>
    public SessionCore Core => _core ?? throw new InvalidOperationException("nothing was replayed");

    /// <summary>What the last event wished for, and the journal does not have yet.</summary>
    public IReadOnlyCollection<(ulong Step, ExecutionRequest Request)> NotIntended => _wished;

    /// <summary>Goes on from a snapshot.</summary>
    public void GoOnFrom(SessionCore core) => _core = core;

    /// <summary>The core to go on with: where the journal ends, or a new one where there is none.</summary>
    public SessionCore Begin()
    {
        if (_core is null)
        {
            return _core = new SessionCore(plan);
        }

        plan.Resume(plan.Start, _core.Now);
        return _core;
    }

    /// <summary>Stops the core as the session was, if it was and nobody took it up again.</summary>
    public void Finish()
    {
        if (_shutdown is { } last)
        {
            _shutdown = null;
            Enter(last.Number, last.Entered);
        }
    }

    public void Market(long number, Timestamp now, in MarketEvent told)
    {
        var core = Ready(number, now);
        _cause = (number, null, told);
        EngineStep step;
        try
        {
            step = core.Process(told, now);
        }
#pragma warning disable CA1031 // Whatever a core throws is told with the entry that did it
        catch (Exception defect)
#pragma warning restore CA1031
        {
            throw Failed(number, defect);
        }

        core.Progress.MarketPosition++;
        Wish(step);
        watcher?.Stepped(number, now, new EngineEvent.Market(told), step, core.State);
    }

    public void Entry(long number, JournalEntry entry)
    {
        switch (entry)
        {
            case JournalEntry.Started started:
                Start(number, started);
                break;
            case JournalEntry.Entered { Event: EngineEvent.Shutdown } entered:
                _shutdown = (number, entered);
                break;
            case JournalEntry.Entered { Event: EngineEvent.Market { Event: var market } } entered:
                Market(number, entered.Now, market);
                break;
            case JournalEntry.Entered entered:
                Enter(number, entered);
                break;
            case JournalEntry.MarketRead read:
                Ready(number, entry.Now).Progress.MarketPosition = read.Position;
                break;
            case JournalEntry.OpenIntended { Request: var open } intended:
                Compare(number, entry.Now, intended.Step, new ExecutionRequest.Open(open));
                break;
            case JournalEntry.CancelIntended { Request: var cancel } intended:
                Compare(number, entry.Now, intended.Step, new ExecutionRequest.Cancel(cancel));
                break;
        }

        _core?.MoveTo(entry.Now);
        watcher?.Read(number, entry);
    }

    private void Start(long number, JournalEntry.Started started)
    {
        _shutdown = null;
        PlanJson.Demand(plan, started.Plan, number);
        if (_core is null)
        {
            plan.Resume(PlanJson.StartOf(started.Plan), started.Now);
            _core = new SessionCore(plan);
        }
    }

    private void Enter(long number, JournalEntry.Entered entered)
    {
        var core = Ready(number, entered.Now);
        _cause = (number, entered.Event, default);
        EngineStep step;
        try
        {
            step = core.Process(entered.Event, entered.Now, entered.Report);
        }
#pragma warning disable CA1031 // Whatever a core throws is told with the entry that did it
        catch (Exception defect)
#pragma warning restore CA1031
        {
            throw Failed(number, defect);
        }

        Wish(step);
        watcher?.Stepped(number, entered.Now, entered.Event, step, core.State);
    }

    private SessionCore Ready(long number, Timestamp now)
    {
        if (_wished.TryPeek(out var wished))
        {
            throw Differs(
                Difference(number, now, wished.Step, null, wished.Request),
                $"step {wished.Step} wishes for {wished.Request}, and the journal goes on without");
        }

        return _core ?? throw new SessionRecoveryException(
            $"session {plan.Session}: entry {number} of its journal comes before the session's start", number);
    }

    private void Wish(in EngineStep step)
    {
        foreach (var request in step.Requests)
        {
            _wished.Enqueue((step.Sequence, request));
        }
    }

    private void Compare(long number, Timestamp now, ulong step, ExecutionRequest intended)
    {
        if (!_wished.TryDequeue(out var wished))
        {
            throw Differs(
                Difference(number, now, step, intended, null),
                $"step {step} had wished for {intended}, and does not now");
        }

        if (wished.Step != step || wished.Request != intended)
        {
            throw Differs(
                Difference(number, now, step, intended, wished.Request),
                $"step {step} had wished for {intended}, and now step {wished.Step} for {wished.Request}");
        }
    }

    private ReplayDifference Difference(
        long number, Timestamp now, ulong step, ExecutionRequest? then, ExecutionRequest? instead) => new(
        number, now, _cause.Number, _cause.Event ?? new EngineEvent.Market(_cause.Market), step, then, instead);

    private SessionRecoveryException Differs(ReplayDifference difference, string how) => new(
        $"session {plan.Session} does not do what it did: at entry {difference.Entry} of its journal, {how}. "
        + "Its strategy, risk policy or program is another one; start it with what it was begun with, "
        + "or choose another name for a new session",
        difference.Entry)
    {
        Difference = difference,
    };

    private SessionRecoveryException Failed(long number, Exception defect) => new(
        $"session {plan.Session} cannot be taken up: its core fails at entry {number} of its journal, as it did "
        + $"when the session halted: {defect.Message}",
        number,
        defect);
}
