using System.Runtime.CompilerServices;

namespace Barter.Architecture.Tests.Rules;

/// <summary>Value types neither change nor hide what they are when they are printed.</summary>
internal static class ValueTypes
{
    /// <summary>Finds structs that are not readonly; only an enumerator walks, and so has to change.</summary>
    public static IEnumerable<string> Changing(IEnumerable<Type> types) => Structs(types)
        .Where(type => !type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false))
        .Where(type => type.GetMethod("MoveNext") is null)
        .Select(type => $"{type} is a struct that is not readonly");

    /// <summary>Finds wrappers of one value that print as the compiler would have it.</summary>
    public static IEnumerable<string> Wordless(IEnumerable<Type> types) => Structs(types)
        .Where(type => type.IsVisible && type.GetFields(Shapes.Instance).Length == 1 && !HasItsOwnWords(type))
        .Select(type => $"{type} wraps a single value and does not override ToString");

    private static IEnumerable<Type> Structs(IEnumerable<Type> types) =>
        types.Where(type => type.IsValueType && !type.IsEnum && Shapes.IsWrittenByHand(type));

    private static bool HasItsOwnWords(Type type) =>
        type.GetMethod(nameof(ToString), Shapes.Instance, Type.EmptyTypes) is { } method
        && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
