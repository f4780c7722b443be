using System.Collections.Frozen;
using System.Reflection;

namespace Barter.Journal.Snapshots;

/// <summary>The collections of the base library that can be kept.</summary>
internal static class Collections
{
    private static readonly FrozenDictionary<Type, MethodInfo> Forms = new Dictionary<Type, string>
    {
        [typeof(List<>)] = nameof(List),
        [typeof(Queue<>)] = nameof(Queue),
        [typeof(Stack<>)] = nameof(Stack),
        [typeof(LinkedList<>)] = nameof(LinkedList),
        [typeof(HashSet<>)] = nameof(HashSet),
        [typeof(SortedSet<>)] = nameof(SortedSet),
        [typeof(Dictionary<,>)] = nameof(Dictionary),
        [typeof(OrderedDictionary<,>)] = nameof(OrderedDictionary),
        [typeof(SortedDictionary<,>)] = nameof(SortedDictionary),
        [typeof(PriorityQueue<,>)] = nameof(PriorityQueue),
    }.ToFrozenDictionary(
        form => form.Key,
        form => typeof(Collections).GetMethod(form.Value, BindingFlags.Static | BindingFlags.NonPublic)!);

    public static CollectionShape? ShapeOf(Type type, ImageTypes types) =>
        type.IsGenericType && Forms.TryGetValue(type.GetGenericTypeDefinition(), out var form)
            ? (CollectionShape?)form.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [types])
            : null;

    private static CollectionShape<TCollection, TItem> Shape<TCollection, TItem>(
        ImageTypes types, CollectionForm<TCollection, TItem> form)
        where TCollection : class => new(form, types.SlotOf(typeof(TItem)));

    private static CollectionShape List<T>(ImageTypes types) => Shape(types, new CollectionForm<List<T>, T>(
        list => list, _ => [], (list, item) => list.Add(item)));

    private static CollectionShape Queue<T>(ImageTypes types) => Shape(types, new CollectionForm<Queue<T>, T>(
        queue => queue, _ => new(), (queue, item) => queue.Enqueue(item)));

    private static CollectionShape Stack<T>(ImageTypes types) => Shape(types, new CollectionForm<Stack<T>, T>(
        stack => stack, _ => new(), (stack, item) => stack.Push(item))
    {
        IsReversed = true,
    });

    private static CollectionShape LinkedList<T>(ImageTypes types) => Shape(
        types, new CollectionForm<LinkedList<T>, T>(list => list, _ => new(), (list, item) => list.AddLast(item)));

    private static CollectionShape HashSet<T>(ImageTypes types) => Shape(types, new CollectionForm<HashSet<T>, T>(
        set => set, comparer => new((IEqualityComparer<T>?)comparer), (set, item) => set.Add(item))
    {
        Comparer = set => UnlessUsual(set.Comparer),
    });

    private static CollectionShape SortedSet<T>(ImageTypes types) => Shape(types, new CollectionForm<SortedSet<T>, T>(
        set => set, comparer => new((IComparer<T>?)comparer), (set, item) => set.Add(item))
    {
        Comparer = set => UnlessUsual(set.Comparer),
    });

    private static CollectionShape Dictionary<TKey, TValue>(ImageTypes types)
        where TKey : notnull => Shape(types, new CollectionForm<Dictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
            map => map,
            comparer => new((IEqualityComparer<TKey>?)comparer),
            (map, item) => map.Add(item.Key, item.Value))
        {
            Comparer = map => UnlessUsual(map.Comparer),
        });

    private static CollectionShape OrderedDictionary<TKey, TValue>(ImageTypes types)
        where TKey : notnull => Shape(
            types, new CollectionForm<OrderedDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
                map => map,
                comparer => new((IEqualityComparer<TKey>?)comparer),
                (map, item) => map.Add(item.Key, item.Value))
            {
                Comparer = map => UnlessUsual(map.Comparer),
            });

    private static CollectionShape SortedDictionary<TKey, TValue>(ImageTypes types)
        where TKey : notnull => Shape(
            types, new CollectionForm<SortedDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(
                map => map,
                comparer => new((IComparer<TKey>?)comparer),
                (map, item) => map.Add(item.Key, item.Value))
            {
                Comparer = map => UnlessUsual(map.Comparer),
            });

    /// <summary>The items as the heap has them: added one by one in this order, each stays where it is.</summary>
    private static CollectionShape PriorityQueue<TElement, TPriority>(ImageTypes types) => Shape(
        types, new CollectionForm<PriorityQueue<TElement, TPriority>, (TElement Element, TPriority Priority)>(
            queue => queue.UnorderedItems,
            comparer => new((IComparer<TPriority>?)comparer),
            (queue, item) => queue.Enqueue(item.Element, item.Priority))
        {
            Comparer = queue => UnlessUsual(queue.Comparer),
        });

    private static IEqualityComparer<T>? UnlessUsual<T>(IEqualityComparer<T> comparer) =>
        ReferenceEquals(comparer, EqualityComparer<T>.Default) ? null : comparer;

    private static IComparer<T>? UnlessUsual<T>(IComparer<T> comparer) =>
        ReferenceEquals(comparer, Comparer<T>.Default) ? null : comparer;
}
