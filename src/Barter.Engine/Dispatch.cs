using Barter.Engine.Audit;
using Barter.Engine.Orders;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Engine;

/// <summary>Takes requests through checks and risk, and marks those that go out as in flight.</summary>
internal sealed class Dispatch
{
    private readonly EngineState _state;
    private readonly IStrategy _strategy;
    private readonly IRiskPolicy _risk;
    private readonly List<ExecutionRequest> _requests = [];
    private readonly List<EngineEvent.TimerElapsed> _timers = [];
    private readonly Collected<OrderRequestCancel> _cancels = new();
    private readonly Collected<OrderRequestOpen> _opens = new();
    private (string Part, Exception Exception)? _fault;

    public Dispatch(EngineState state, IStrategy strategy, IRiskPolicy risk) =>
        (_state, _strategy, _risk) = (state, strategy, risk);

    /// <summary>Sends what a strategy collected: cancels first, then opens.</summary>
    public OrdersOutput Send(OrderBatch batch, bool isAskedOfRisk)
    {
        _timers.AddRange(batch.Timers);
        if (batch.Cancels.Count == 0 && batch.Opens.Count == 0)
        {
            return OrdersOutput.Empty;
        }

        var cancels = _cancels;
        foreach (var cancel in batch.Cancels)
        {
            if (isAskedOfRisk && RefusalOf(cancel.Key) is null && Judge(cancel) is { } reason)
            {
                cancels.RiskRefused.Add(new RiskRefused<OrderRequestCancel>(cancel, reason));
            }
            else
            {
                Cancel(cancel, cancels);
            }
        }

        var opens = _opens;
        foreach (var open in batch.Opens)
        {
            if (isAskedOfRisk && RefusalOf(open) is null && Judge(open) is { } reason)
            {
                opens.RiskRefused.Add(new RiskRefused<OrderRequestOpen>(open, reason));
            }
            else
            {
                Open(open, opens);
            }
        }

        TellRefused(opens);
        var output = new OrdersOutput(
            cancels.ToOutput(), opens.ToOutput(), cancels.RiskRefused.ToValueList(), opens.RiskRefused.ToValueList());
        cancels.Clear();
        opens.Clear();
        return output;
    }

    public SendOutput<OrderRequestCancel> Cancel(IReadOnlyList<OrderRequestCancel> requests)
    {
        var collected = new Collected<OrderRequestCancel>();
        foreach (var request in requests)
        {
            Cancel(request, collected);
        }

        return collected.ToOutput();
    }

    public SendOutput<OrderRequestOpen> Open(IReadOnlyList<OrderRequestOpen> requests)
    {
        var collected = new Collected<OrderRequestOpen>();
        foreach (var request in requests)
        {
            Open(request, collected);
        }

        return collected.ToOutput();
    }

    /// <summary>What is to be carried out; handed over once.</summary>
    public (ValueList<ExecutionRequest> Requests, ValueList<EngineEvent.TimerElapsed> Timers) Take()
    {
        ValueList<ExecutionRequest> requests = [];
        ValueList<EngineEvent.TimerElapsed> timers = [];
        if (_requests.Count > 0)
        {
            requests = _requests.ToValueList();
            _requests.Clear();
        }

        if (_timers.Count > 0)
        {
            timers = _timers.ToValueList();
            _timers.Clear();
        }

        return (requests, timers);
    }

    /// <summary>What the risk policy or the strategy threw, if one did; handed over once.</summary>
    public (string Part, Exception Exception)? TakeFault()
    {
        var fault = _fault;
        _fault = null;
        return fault;
    }

    private void Cancel(OrderRequestCancel request, Collected<OrderRequestCancel> into)
    {
        if (RefusalOf(request.Key) is { } refusal)
        {
            into.Refused.Add(new SendRefused<OrderRequestCancel>(request, refusal));
            return;
        }

        _state[request.Key.Instrument].Orders.CancelSent(request);
        into.Sent.Add(request);
        _requests.Add(new ExecutionRequest.Cancel(request));
    }

    private void Open(OrderRequestOpen request, Collected<OrderRequestOpen> into)
    {
        var refusal = RefusalOf(request);
        if (refusal is null && _state[request.Key.Instrument].Orders.Opened(request) != OrderAnomaly.None)
        {
            refusal = SendRefusal.DuplicateClientOrderId;
        }

        if (refusal is { } reason)
        {
            into.Refused.Add(new SendRefused<OrderRequestOpen>(request, reason));
            return;
        }

        into.Sent.Add(request);
        _requests.Add(new ExecutionRequest.Open(request));
    }

    private SendRefusal? RefusalOf(OrderKey key) =>
        !_state.Catalog.Contains(key.Instrument) || _state.Catalog[key.Instrument].Exchange != key.Exchange
            ? SendRefusal.UnknownIndex
            : _state.HasExecution(key.Exchange) ? null : SendRefusal.NoExecution;

    private SendRefusal? RefusalOf(OrderRequestOpen request) =>
        RefusalOf(request.Key) ?? (Vetting.IsSane(request) ? null : SendRefusal.OutOfRange);

    private string? Judge(OrderRequestCancel request) =>
        Judge("risk.check", request, static (self, cancel) => self._risk.Check(cancel, self._state));

    private string? Judge(OrderRequestOpen request) =>
        Judge("strategy.trades through unknown", request, static (self, open) => self.AddsToUnknown(open)
            ? RiskVerdict.Refuse(
                $"the outcome of an earlier request on {self._state.Catalog[open.Key.Instrument]} is not known yet")
            : RiskVerdict.Approve)
        ?? Judge("risk.check", request, static (self, open) => self._risk.Check(open, self._state));

    /// <summary>Only what is approved is sent: who throws or says nothing has approved nothing.</summary>
    private string? Judge<T>(string part, T request, Func<Dispatch, T, RiskVerdict> check)
    {
        var verdict = _fault is null ? Guard(part, request, check) : null;
        return verdict switch
        {
            RiskVerdict.Approved => null,
            RiskVerdict.Refused { Reason: { } reason } => reason,
            _ when _fault is { } fault => $"{fault.Part} failed",
            _ => $"{part} gave no answer",
        };
    }

    private void TellRefused(Collected<OrderRequestOpen> opens)
    {
        foreach (var (request, reason) in opens.RiskRefused)
        {
            Tell(request, reason);
        }

        foreach (var (request, reason) in opens.Refused)
        {
            Tell(request, $"not sent: {reason}");
        }
    }

    private void Tell(OrderRequestOpen request, string reason) =>
        Guard("strategy.refused", (Request: request, Reason: reason), static (self, refused) =>
        {
            self._strategy.Refused(refused.Request, refused.Reason);
            return true;
        });

    private TAnswer? Guard<T, TAnswer>(string part, T about, Func<Dispatch, T, TAnswer> question)
    {
        try
        {
            return question(this, about);
        }
#pragma warning disable CA1031 // The user's code: whatever it throws is told, and the engine goes on
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _fault ??= (part, exception);
            return default;
        }
    }

    private bool AddsToUnknown(OrderRequestOpen request)
    {
        var row = _state[request.Key.Instrument];
        if (!row.Orders.HasUnknown || _strategy.TradesThroughUnknown)
        {
            return false;
        }

        // What is active already may close the position first, the unknown order above all
        return row.Position is not { } position
            || position.Side == request.Side
            || request.Quantity > position.QuantityAbs - row.Orders.QuantityRemaining(request.Side);
    }

    private sealed class Collected<T>
    {
        public List<T> Sent { get; } = [];

        public List<SendRefused<T>> Refused { get; } = [];

        public List<RiskRefused<T>> RiskRefused { get; } = [];

        public void Clear()
        {
            Sent.Clear();
            Refused.Clear();
            RiskRefused.Clear();
        }

        public SendOutput<T> ToOutput() => Sent.Count == 0 && Refused.Count == 0
            ? SendOutput<T>.Empty
            : new SendOutput<T>(Sent.ToValueList(), Refused.ToValueList());
    }
}
