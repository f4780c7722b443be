namespace Barter.Model;

/// <summary>How long an order may wait.</summary>
public readonly record struct TimeInForce
{
    private TimeInForce(Kinds kind, bool postOnly) => (Kind, PostOnly) = (kind, postOnly);

    public enum Kinds : byte
    {
        GoodUntilCancelled,
        GoodUntilEndOfDay,
        FillOrKill,
        ImmediateOrCancel,
    }

    /// <summary>Ends at the next midnight, UTC.</summary>
    public static TimeInForce GoodUntilEndOfDay => new(Kinds.GoodUntilEndOfDay, false);

    /// <summary>All of it at once, or nothing.</summary>
    public static TimeInForce FillOrKill => new(Kinds.FillOrKill, false);

    /// <summary>What trades at once, and the rest is cancelled.</summary>
    public static TimeInForce ImmediateOrCancel => new(Kinds.ImmediateOrCancel, false);

    public Kinds Kind { get; }

    /// <summary>Refused where it would trade at once; only with good-until-cancelled.</summary>
    public bool PostOnly { get; }

    public static TimeInForce GoodUntilCancelled(bool postOnly = false) => new(Kinds.GoodUntilCancelled, postOnly);

    public override string ToString() => Kind switch
    {
        Kinds.GoodUntilCancelled => PostOnly ? "good_until_cancelled(post_only)" : "good_until_cancelled",
        Kinds.GoodUntilEndOfDay => "good_until_end_of_day",
        Kinds.FillOrKill => "fill_or_kill",
        _ => "immediate_or_cancel",
    };
}
