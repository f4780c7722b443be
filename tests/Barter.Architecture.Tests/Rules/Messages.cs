using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Barter.Model;

namespace Barter.Architecture.Tests.Rules;

/// <summary>Messages are values: sealed, closed, and the same for ever.</summary>
internal static class Messages
{
    public static IEnumerable<string> NotSealed(IEnumerable<Type> types) => types
        .Where(type => type.IsClass && Shapes.IsRecord(type) && !type.IsAbstract && !type.IsSealed)
        .Select(type => $"{type} is a record that is neither abstract nor sealed");

    /// <summary>
    /// Finds unions to which a stranger can add a case. The language wants the copy constructor of an open record to be
    /// at least protected, so that one does not count.
    /// </summary>
    public static IEnumerable<string> NotClosed(IEnumerable<Type> types) => types
        .Where(type => type.IsClass && Shapes.IsRecord(type) && type.IsAbstract)
        .Where(type => type.GetConstructors(Shapes.Instance).Any(made => IsOpen(made) && !IsCopy(made)))
        .Select(type => $"{type} is a union that can be derived from outside");

    /// <summary>Finds what can change in the types and in those of ours that their properties reach.</summary>
    public static IEnumerable<string> Mutable(IEnumerable<Type> types)
    {
        var waiting = new Queue<Type>(types);
        var seen = new HashSet<Type>();
        while (waiting.TryDequeue(out var type))
        {
            if (!Shapes.IsOurs(type) || type.IsEnum || !seen.Add(type))
            {
                continue;
            }

            foreach (var offence in InType(type))
            {
                yield return offence;
            }

            foreach (var part in type.GetProperties(Shapes.Instance).SelectMany(row => Shapes.Parts(row.PropertyType)))
            {
                waiting.Enqueue(part);
            }
        }
    }

    private static IEnumerable<string> InType(Type type) =>
    [
        .. type.GetProperties(Shapes.Instance)
            .Where(property => property.SetMethod is { } set && !IsInit(set))
            .Select(property => $"{type}.{property.Name} can be set"),
        .. type.GetProperties(Shapes.Instance)
            .Where(property => property.PropertyType.IsByRef && !IsReadOnly(property))
            .Select(property => $"{type}.{property.Name} gives a reference that can be written to"),
        .. type.GetProperties(Shapes.Instance)
            .Where(property => IsForeignCollection(property.PropertyType))
            .Select(property => $"{type}.{property.Name} is a {property.PropertyType}, not a ValueList"),
        .. type.GetFields(Shapes.Instance)
            .Where(field => !field.IsInitOnly)
            .Select(field => $"{type}.{field.Name} can be assigned"),
        .. type.GetFields(Shapes.Instance)
            .Where(field => field.IsPublic && IsForeignCollection(field.FieldType))
            .Select(field => $"{type}.{field.Name} is a {field.FieldType}, not a ValueList"),
    ];

    private static bool IsForeignCollection(Type type) =>
        type != typeof(string)
        && typeof(IEnumerable).IsAssignableFrom(type)
        && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>));

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsReadOnly(PropertyInfo property) =>
        property.GetMethod!.ReturnParameter.IsDefined(typeof(IsReadOnlyAttribute), inherit: false);

    private static bool IsOpen(ConstructorInfo made) => made.IsPublic || made.IsFamily || made.IsFamilyOrAssembly;

    private static bool IsCopy(ConstructorInfo made) =>
        made.GetParameters() is [var only] && only.ParameterType == made.DeclaringType;
}
