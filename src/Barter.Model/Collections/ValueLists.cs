namespace Barter.Model;

/// <summary>Makes <see cref="ValueList{T}"/>s.</summary>
public static class ValueList
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>(items.ToArray());

    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        if (items is ValueList<T> same)
        {
            return same;
        }

        var copy = items.ToArray();
        return copy.Length == 0 ? ValueList<T>.Empty : new ValueList<T>(copy);
    }
}
