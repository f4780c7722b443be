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

    /// <summary>Without whether it is post-only: <c>good_until_cancelled</c>.</summary>
    public string Name => Kind switch
    {
        Kinds.GoodUntilCancelled => "good_until_cancelled",
        Kinds.GoodUntilEndOfDay => "good_until_end_of_day",
        Kinds.FillOrKill => "fill_or_kill",
        _ => "immediate_or_cancel",
    };

    /// <summary>Reads a <see cref="Name"/>, or gtc, day, gtd, fok, ioc; case and blanks around do not matter.</summary>
    /// <remarks>For "until" stands "til" or "till" as well.</remarks>
    public static bool TryParse(string? text, out TimeInForce timeInForce)
    {
        TimeInForce? found = (text ?? "").Trim().ToLowerInvariant() switch
        {
            "good_until_cancelled" or "good_til_cancelled" or "good_till_cancelled" or "gtc" => GoodUntilCancelled(),
            "good_until_end_of_day" or "good_til_end_of_day" or "good_till_end_of_day" or "day" or "gtd" =>
                GoodUntilEndOfDay,
            "fill_or_kill" or "fok" => FillOrKill,
            "immediate_or_cancel" or "ioc" => ImmediateOrCancel,
            _ => null,
        };
        timeInForce = found.GetValueOrDefault();
        return found is not null;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <param name="text">The name or alias.</param>
    /// <param name="postOnly">Whether it is post-only; may be given for good-until-cancelled only.</param>
    /// <exception cref="FormatException">The text names no time in force.</exception>
    /// <exception cref="ArgumentException"><paramref name="postOnly"/> is given where it means nothing.</exception>
    public static TimeInForce Parse(string text, bool? postOnly = null)
    {
        if (!TryParse(text, out var found))
        {
            throw new FormatException(
                $"invalid time_in_force: {text}. expected good_until_cancelled, good_until_end_of_day, fill_or_kill "
                + "or immediate_or_cancel");
        }

        if (postOnly is not { } isPostOnly)
        {
            return found;
        }

        return found.Kind == Kinds.GoodUntilCancelled
            ? GoodUntilCancelled(isPostOnly)
            : throw new ArgumentException(
                $"post_only is only valid for good_until_cancelled (got {found.Name})", nameof(postOnly));
    }

    public override string ToString() => PostOnly ? $"{Name}(post_only)" : Name;
}
