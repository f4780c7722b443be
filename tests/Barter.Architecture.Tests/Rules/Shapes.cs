using System.Reflection;
using System.Runtime.CompilerServices;

namespace Barter.Architecture.Tests.Rules;

/// <summary>What reflection can tell of a type that C# has a word for.</summary>
internal static class Shapes
{
    public const BindingFlags Instance = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance;

    public static bool IsRecord(Type type) => type.IsClass
        ? type.GetMethod("<Clone>$", Instance) is not null
        : type.IsValueType && type.GetMethod("PrintMembers", Instance) is not null;

    public static bool IsWrittenByHand(Type type) =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && (type.DeclaringType is null || IsWrittenByHand(type.DeclaringType));

    public static bool IsOurs(Type type) =>
        type.Assembly.GetName().Name?.StartsWith("Barter.", StringComparison.Ordinal) == true;

    /// <summary>The type with what it is made of: elements of an array, arguments of a generic type.</summary>
    public static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsConstructedGenericType
            ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
            : [type];
    }
}
