using Barter.Model;

namespace Barter.TestKit.Running;

/// <summary>What an exchange says, and what of it is lost, late, doubled or out of order.</summary>
internal sealed class ReportScript(ScenarioRun run, ScriptedLink link)
{
    private readonly List<(AccountEvent Report, Fault? Until)> _withheld = [];
    private readonly Dictionary<OrderId, int> _numbers = [];
    private readonly Dictionary<int, List<Fill>> _fillsOf = [];

    /// <summary>What truly traded.</summary>
    public List<Fill> Fills { get; } = [];

    public bool IsWithholding => _withheld.Count > 0;

    /// <summary>Says what the exchange reports at one moment, in its own order, as far as the script lets it.</summary>
    /// <param name="reports">What it reports.</param>
    /// <param name="isLost">Whether nobody hears it.</param>
    /// <param name="late">How much later than usual it comes.</param>
    public void Say(List<AccountEvent> reports, bool isLost, TimeSpan late)
    {
        foreach (var report in reports)
        {
            Note(report);
            if (isLost)
            {
                Withhold(report);
            }
            else if (late > TimeSpan.Zero)
            {
                link.Tell(report, late);
            }
            else
            {
                Say(report);
            }
        }
    }

    /// <summary>Keeps a report back until the exchange is asked for it.</summary>
    public void Withhold(AccountEvent report) => Withhold(report, until: null);

    public void TellWithheld()
    {
        foreach (var (report, _) in _withheld)
        {
            link.Tell(report);
        }

        _withheld.Clear();
    }

    private void Say(AccountEvent report)
    {
        switch (report)
        {
            case AccountEvent.OrderSnapshot { Order: { State: ActiveOrderState.Open { FilledQuantity: 0m } } order }
                when Find(FaultKind.FillBeforeAck, run.NumberOf(order.Key.ClientOrderId)) is { } held:
                Withhold(report, held);
                break;
            case AccountEvent.OrderSnapshot { Order: { State: InactiveOrderState state } order }:
                End(report, state, run.NumberOf(order.Key.ClientOrderId));
                break;
            case AccountEvent.Filled { Fill: var fill }:
                Say(report, fill, _numbers.GetValueOrDefault(fill.OrderId));
                break;
            default:
                link.Tell(report);
                break;
        }
    }

    private void Say(AccountEvent report, Fill fill, int order)
    {
        if (Find(FaultKind.OutOfOrderFills, order) is { } swapped && _fillsOf[order].Count == 1)
        {
            Withhold(report, swapped);
            return;
        }

        link.Tell(report);
        Release(Find(FaultKind.OutOfOrderFills, order), hasHappened: true);
        Release(Find(FaultKind.FillBeforeAck, order), hasHappened: true);
        if (Find(FaultKind.DuplicateFillBySocketAndPoll, order) is { } doubled)
        {
            run.Faults.Happen(doubled);
            var nanos = fill.TimeExchange.UnixNanos;
            var time = new Timestamp(nanos - (nanos % Timestamp.NanosPerMilli));
            link.Tell(
                new AccountEvent.Filled(
                    report.Exchange, fill with { Strategy = StrategyId.Unknown, TimeExchange = time }),
                run.PollInterval);
        }
    }

    /// <summary>A first fill that no second came to overtake is told before the end of its order.</summary>
    private void End(AccountEvent report, InactiveOrderState state, int order)
    {
        Release(Find(FaultKind.OutOfOrderFills, order), hasHappened: false);
        link.Tell(report);
        if (state is InactiveOrderState.FullyFilled)
        {
            Overfill(order);
        }
    }

    private void Overfill(int order)
    {
        if (Find(FaultKind.Overfill, order) is not { } fault || !_fillsOf.TryGetValue(order, out var fills))
        {
            return;
        }

        run.Faults.Happen(fault);
        var more = fills[^1] with
        {
            Id = new TradeId($"{fills[^1].Id}-over"),
            Quantity = fault.Excess,
            Fees = AssetFees.Quote(0m),
        };
        Fills.Add(more);
        link.Tell(new AccountEvent.Filled(link.Exchange, more));
    }

    private void Note(AccountEvent report)
    {
        switch (report)
        {
            case AccountEvent.OrderSnapshot { Order: { State: ActiveOrderState.Open open } order }:
                _numbers[open.Id] = run.NumberOf(order.Key.ClientOrderId);
                break;
            case AccountEvent.Filled { Fill: var fill }:
                Fills.Add(fill);
                var number = _numbers.GetValueOrDefault(fill.OrderId);
                if (!_fillsOf.TryGetValue(number, out var fills))
                {
                    _fillsOf.Add(number, fills = []);
                }

                fills.Add(fill);
                break;
        }
    }

    private void Withhold(AccountEvent report, Fault? until)
    {
        _withheld.Add((report, until));
        link.AskLater();
    }

    private void Release(Fault? until, bool hasHappened)
    {
        for (var at = 0; until is not null && at < _withheld.Count; at++)
        {
            if (_withheld[at].Until == until)
            {
                if (hasHappened)
                {
                    run.Faults.Happen(until);
                }

                link.Tell(_withheld[at].Report);
                _withheld.RemoveAt(at--);
            }
        }
    }

    private Fault.OfOrder? Find(FaultKind kind, int order) => order == 0 ? null : run.Faults.Find(kind, order);
}
