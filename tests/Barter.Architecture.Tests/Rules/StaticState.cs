using System.CodeDom.Compiler;
using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Barter.Architecture.Tests.Rules;

/// <summary>Finds state that all sessions of a process would share.</summary>
internal static class StaticState
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    private static readonly string[] Unchanging =
        [typeof(FrozenSet).Namespace!, typeof(ImmutableArray).Namespace!, "System.Collections.ObjectModel"];

    public static IEnumerable<string> In(IEnumerable<Type> types) => types
        .Where(type => Shapes.IsWrittenByHand(type) && !type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false))
        .SelectMany(type => type.GetFields(Declared))
        .Where(field => !field.IsLiteral && !field.IsDefined(typeof(GeneratedCodeAttribute), inherit: false))
        .SelectMany(Offences);

    private static IEnumerable<string> Offences(FieldInfo field)
    {
        if (!field.IsInitOnly)
        {
            yield return $"{field.DeclaringType}.{field.Name} is static and can be assigned";
        }
        else if (CanChange(field.FieldType) || (field.FieldType.IsArray && IsShown(field)))
        {
            yield return $"{field.DeclaringType}.{field.Name} is static and a {field.FieldType}, which can change";
        }
    }

    private static bool CanChange(Type type) =>
        type == typeof(StringBuilder)
        || (type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
            && typeof(IEnumerable).IsAssignableFrom(type)
            && !Unchanging.Contains(type.Namespace)
            && !IsReadOnlyInterface(type))
        || (type.IsClass && Shapes.IsOurs(type) && Ancestry(type).Any(HasAssignableField));

    private static bool IsReadOnlyInterface(Type type) =>
        type.IsInterface && (type.Name.StartsWith("IReadOnly", StringComparison.Ordinal)
            || type.Name.StartsWith("IEnumerable", StringComparison.Ordinal));

    private static IEnumerable<Type> Ancestry(Type? type)
    {
        for (; type is not null && Shapes.IsOurs(type); type = type.BaseType)
        {
            yield return type;
        }
    }

    private static bool HasAssignableField(Type type) =>
        type.GetFields(Shapes.Instance).Any(field => !field.IsInitOnly);

    /// <summary>Whether others can reach the field, or the property of which it is the store.</summary>
    private static bool IsShown(FieldInfo field) => field.IsPublic
        || (field.Name.Split('<', '>') is [_, var property, "k__BackingField"]
            && field.DeclaringType!.GetProperty(property, Declared)?.GetMethod?.IsPublic == true);
}
