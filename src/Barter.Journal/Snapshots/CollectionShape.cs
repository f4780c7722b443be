namespace Barter.Journal.Snapshots;

/// <summary>A collection of the base library: what it holds, in the order in which it shows it.</summary>
internal abstract class CollectionShape(Type type, string layout) : Shape(type, layout)
{
    public override bool IsLate => true;

    public override object Make(ImageReader from) => throw new InvalidOperationException("it needs its comparer");

    /// <summary>Makes an empty one.</summary>
    public abstract object Make(object? comparer);
}

/// <summary>How one kind of collection is read, and made again by its public members.</summary>
internal sealed record CollectionForm<TCollection, TItem>(
    Func<TCollection, IReadOnlyCollection<TItem>> Items,
    Func<object?, TCollection> Make,
    Action<TCollection, TItem> Add)
{
    /// <summary>What it compares with; none where it does not, or as is usual for its items.</summary>
    public Func<TCollection, object?> Comparer { get; init; } = _ => null;

    /// <summary>Whether what is added last is shown first.</summary>
    public bool IsReversed { get; init; }
}

internal sealed class CollectionShape<TCollection, TItem>(CollectionForm<TCollection, TItem> form, Slot slot)
    : CollectionShape(typeof(TCollection), slot.Layout)
    where TCollection : class
{
    public override void Describe(object value, ImageWriter to)
    {
        var comparer = form.Comparer((TCollection)value);
        to.To.PutUnsigned(comparer switch
        {
            null => 0,
            _ when ReferenceEquals(comparer, StringComparer.Ordinal) => 1,
            _ when ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase) => 2,
            _ => 2 + (ulong)to.NumberOf(comparer),
        });
    }

    public override object Make(object? comparer) => form.Make(comparer);

    public override void Write(object value, ImageWriter to)
    {
        IReadOnlyCollection<TItem> items = form.Items((TCollection)value);
        to.To.PutUnsigned((ulong)items.Count);
        var at = 0;
        foreach (var item in form.IsReversed ? items.Reverse() : items)
        {
            to.Enter(at++);
            slot.Write(item, to);
            to.Leave();
        }
    }

    public override void Fill(object made, ImageReader from)
    {
        var count = from.Claim(from.From.Unsigned(), slot.LengthMin);
        for (var i = 0; i < count; i++)
        {
            form.Add((TCollection)made, (TItem)slot.Read(from)!);
        }
    }
}
