namespace Barter.TestKit.Running;

/// <summary>The faults of a run: which are still to come, and which have happened.</summary>
internal sealed class FaultScript
{
    private static readonly FaultKind[] Drawable =
    [
        FaultKind.AckLost, FaultKind.AckLateAfterTimeout, FaultKind.Rejected, FaultKind.FillBeforeAck,
        FaultKind.FillAfterCancelAccepted, FaultKind.CancelRejectBecauseFilled,
        FaultKind.DuplicateFillBySocketAndPoll, FaultKind.OutOfOrderFills, FaultKind.PartialThenDisconnect,
        FaultKind.Disconnect,
    ];

    private readonly List<Fault> _all;
    private readonly HashSet<Fault> _wanted;
    private readonly List<Fault> _happened = [];
    private readonly Dice _dice;

    public FaultScript(IEnumerable<Fault> faults, Dice dice)
    {
        (_all, _dice) = ([.. faults], dice);
        _wanted = [.. _all.Where(fault => fault is not Fault.Drawn)];
    }

    public IReadOnlyList<Fault> Happened => _happened;

    /// <summary>Faults that were asked for and had no occasion; a test of them would prove nothing.</summary>
    public IEnumerable<Fault> Missed => _all.Where(fault => _wanted.Contains(fault) && !_happened.Contains(fault));

    public IEnumerable<T> All<T>() => _all.OfType<T>();

    public void Draw(int order)
    {
        foreach (var chance in _all.OfType<Fault.Drawn>().ToArray())
        {
            if (_dice.Next(100) < chance.Percent)
            {
                _all.Add(new Fault.OfOrder(Drawable[_dice.Next(Drawable.Length)], order) { Reason = "drawn" });
            }
        }
    }

    /// <summary>The fault, where the order is to meet with it.</summary>
    public Fault.OfOrder? Find(FaultKind kind, int order)
    {
        foreach (var fault in _all)
        {
            if (fault is Fault.OfOrder found && found.Kind == kind && found.Order == order)
            {
                return found;
            }
        }

        return null;
    }

    public void Happen(Fault fault)
    {
        if (!_happened.Contains(fault))
        {
            _happened.Add(fault);
        }
    }
}
