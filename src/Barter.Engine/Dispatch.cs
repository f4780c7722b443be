using Barter.Engine.Audit;
using Barter.Engine.Orders;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Engine;

/// <summary>Takes requests through risk and checks, marks those that go out as in flight, and keeps them for the shell.</summary>
internal sealed class Dispatch(EngineState state, IStrategy strategy, IRiskPolicy risk)
{
    private readonly List<ExecutionRequest> _requests = [];
    private readonly List<EngineEvent.TimerElapsed> _timers = [];
    private Exception? _fault;

    /// <summary>Sends what a strategy collected: cancels first, then opens.</summary>
    public OrdersOutput Send(OrderBatch batch, bool isAskedOfRisk)
    {
        _timers.AddRange(batch.Timers);
        if (batch.Cancels.Count == 0 && batch.Opens.Count == 0)
        {
            return OrdersOutput.Empty;
        }

        var cancels = new Collected<OrderRequestCancel>();
        foreach (var cancel in batch.Cancels)
        {
            if (isAskedOfRisk && Judge(() => risk.Check(cancel, state)) is { } reason)
            {
                cancels.RiskRefused.Add(new RiskRefused<OrderRequestCancel>(cancel, reason));
            }
            else
            {
                Cancel(cancel, cancels);
            }
        }

        var opens = new Collected<OrderRequestOpen>();
        foreach (var open in batch.Opens)
        {
            if (isAskedOfRisk && Judge(open) is { } reason)
            {
                opens.RiskRefused.Add(new RiskRefused<OrderRequestOpen>(open, reason));
                strategy.Refused(open, reason);
            }
            else
            {
                Open(open, opens);
            }
        }

        return new OrdersOutput(
            cancels.ToOutput(), opens.ToOutput(), cancels.RiskRefused.ToValueList(), opens.RiskRefused.ToValueList());
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

    /// <summary>What the risk policy threw, if it did; handed over once.</summary>
    public Exception? TakeFault()
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

        state[request.Key.Instrument].Orders.CancelSent(request);
        into.Sent.Add(request);
        _requests.Add(new ExecutionRequest.Cancel(request));
    }

    private void Open(OrderRequestOpen request, Collected<OrderRequestOpen> into)
    {
        var refusal = RefusalOf(request.Key);
        if (refusal is null && state[request.Key.Instrument].Orders.Opened(request) != OrderAnomaly.None)
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
        !state.Catalog.Contains(key.Instrument) || state.Catalog[key.Instrument].Exchange != key.Exchange
            ? SendRefusal.UnknownIndex
            : state.HasExecution(key.Exchange) ? null : SendRefusal.NoExecution;

    private string? Judge(OrderRequestOpen request) =>
        state.Catalog.Contains(request.Key.Instrument) && AddsToUnknown(request)
            ? $"the outcome of an earlier request on {state.Catalog[request.Key.Instrument]} is not known yet"
            : Judge(() => risk.Check(request, state));

    /// <summary>A policy that throws has approved nothing, and is not asked again in this step.</summary>
    private string? Judge(Func<RiskVerdict> check)
    {
        if (_fault is null)
        {
            try
            {
                return (check() as RiskVerdict.Refused)?.Reason;
            }
#pragma warning disable CA1031 // The risk policy is the user's: whatever it throws is told, and the engine goes on
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _fault = exception;
            }
        }

        return "the risk policy failed";
    }

    private bool AddsToUnknown(OrderRequestOpen request)
    {
        var row = state[request.Key.Instrument];
        if (!row.Orders.HasUnknown || strategy.TradesThroughUnknown)
        {
            return false;
        }

        return row.Position is not { } position
            || position.Side == request.Side
            || request.Quantity > position.QuantityAbs;
    }

    private sealed class Collected<T>
    {
        public List<T> Sent { get; } = [];

        public List<SendRefused<T>> Refused { get; } = [];

        public List<RiskRefused<T>> RiskRefused { get; } = [];

        public SendOutput<T> ToOutput() => Sent.Count == 0 && Refused.Count == 0
            ? SendOutput<T>.Empty
            : new SendOutput<T>(Sent.ToValueList(), Refused.ToValueList());
    }
}
