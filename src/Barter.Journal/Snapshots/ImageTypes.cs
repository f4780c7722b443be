using System.Reflection;
using System.Runtime.CompilerServices;

namespace Barter.Journal.Snapshots;

/// <summary>How the values and objects of each type are kept. Types are looked at once.</summary>
internal sealed class ImageTypes
{
    private readonly Dictionary<Type, Slot> _slots = [];
    private readonly Dictionary<Type, (Shape? Shape, string? Refusal)> _shapes = [];

    /// <summary>How a value of a field or an element of that type is kept.</summary>
    public Slot SlotOf(Type type)
    {
        if (!_slots.TryGetValue(type, out var slot))
        {
            slot = NewSlot(type);
            _slots.Add(type, slot);
        }

        return slot;
    }

    /// <summary>How objects of exactly that type are kept, or why they cannot be.</summary>
    public Shape? ShapeOf(Type type, out string? refusal)
    {
        if (!_shapes.TryGetValue(type, out var known))
        {
            known = NewShape(type);
            _shapes.Add(type, known);
        }

        refusal = known.Refusal;
        return known.Shape;
    }

    private Slot NewSlot(Type type)
    {
        if (!type.IsValueType)
        {
            return type.IsPointer || type.IsByRef || type.IsFunctionPointer
                ? new RefusedSlot(type, "a pointer means nothing to another process")
                : new ReferenceSlot(type);
        }

        if (Scalars.All.TryGetValue(type, out var scalar))
        {
            return scalar;
        }

        if (type.IsEnum)
        {
            return new EnumSlot(type);
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return new NullableSlot(SlotOf(inner));
        }

        return RefusalOf(type) is { } refusal
            ? new RefusedSlot(type, refusal)
            : new StructSlot(type, new FieldSlots(type, this));
    }

    private (Shape? Shape, string? Refusal) NewShape(Type type)
    {
        if (type == typeof(string))
        {
            return (new TextShape(), null);
        }

        if (type.IsArray)
        {
            return type.IsSZArray
                ? (new ArrayShape(type.GetElementType()!, SlotOf(type.GetElementType()!)), null)
                : (null, "an array of several dimensions is not kept; an array of arrays is");
        }

        if (type.IsValueType)
        {
            return SlotOf(type) is RefusedSlot ? (null, RefusalOf(type)) : (new BoxShape(type, SlotOf(type)), null);
        }

        if (Collections.ShapeOf(type, this) is { } collection)
        {
            return (collection, null);
        }

        return RefusalOf(type) is { } refusal
            ? (null, refusal)
            : (new PlainShape(type, new FieldSlots(type, this)), null);
    }

    /// <summary>Why the fields of a type do not tell all that it is.</summary>
    private static string? RefusalOf(Type type)
    {
        if (type.IsAbstract || type.ContainsGenericParameters || type.IsByRefLike)
        {
            return "there are no objects of this type";
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return "a delegate is code, which is not kept";
        }

        for (var known = type; known is not null && !IsRoot(known); known = known.BaseType)
        {
            if (IsOfBaseLibrary(known) && !IsTuple(known))
            {
                return "what the base library has in it may change with any update, or is of this process only";
            }

            if (known.IsDefined(typeof(InlineArrayAttribute)) || HasFixedBuffer(known))
            {
                return "it has room that is no field";
            }

            if (HasFinaliser(known))
            {
                return "it has a finaliser, so it holds what is of this process only";
            }
        }

        return null;
    }

    private static bool IsRoot(Type type) => type == typeof(object) || type == typeof(ValueType);

    private static bool IsTuple(Type type) =>
        typeof(ITuple).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    private static bool IsOfBaseLibrary(Type type) =>
        type.Assembly.GetName().Name is { } name
        && (name.StartsWith("System.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || name is "System" or "mscorlib" or "netstandard");

    private static bool HasFixedBuffer(Type type) => Array.Exists(
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
        field => field.IsDefined(typeof(FixedBufferAttribute)));

    private static bool HasFinaliser(Type type) => type.GetMethod(
        "Finalize", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly, []) is not null;
}
