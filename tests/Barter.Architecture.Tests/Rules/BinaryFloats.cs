using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace Barter.Architecture.Tests.Rules;

/// <summary>Finds float, double and Half, which no ban on symbols sees behind their keywords.</summary>
internal static class BinaryFloats
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Static | BindingFlags.Instance;

    public static IEnumerable<string> In(IEnumerable<Type> types) => types.SelectMany(InType);

    private static IEnumerable<string> InType(Type type) =>
    [
        .. type.GetFields(Declared)
            .Where(field => Mentions(field.FieldType))
            .Select(field => $"{type}.{field.Name} is a {field.FieldType}"),
        .. type.GetProperties(Declared)
            .Where(property => Mentions(property.PropertyType))
            .Select(property => $"{type}.{property.Name} is a {property.PropertyType}"),
        .. type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).SelectMany(InMethod),
    ];

    private static IEnumerable<string> InMethod(MethodBase method)
    {
        var name = $"{method.DeclaringType}.{method.Name}";
        foreach (var type in Signature(method).Where(Mentions))
        {
            yield return $"{name} takes or returns {type}";
        }

        foreach (var local in method.GetMethodBody()?.LocalVariables ?? [])
        {
            if (Mentions(local.LocalType))
            {
                yield return $"{name} has a local {local.LocalType}";
            }
        }

        foreach (var (code, named) in Instructions.Of(method))
        {
            if (IsFloating(code) || NamedTypes(named).Any(Mentions))
            {
                yield return $"{name} does {code} {named}".TrimEnd();
            }
        }
    }

    private static bool IsFloating(OpCode code) =>
        code.Name is { } name && name.Split('.') is [_, "r" or "r4" or "r8", ..];

    private static IEnumerable<Type> NamedTypes(MemberInfo? member) => member switch
    {
        MethodBase method => [.. Signature(method), .. NamedTypes(method.DeclaringType)],
        FieldInfo field => [field.FieldType, .. NamedTypes(field.DeclaringType)],
        Type type => [type],
        _ => [],
    };

    private static IEnumerable<Type> Signature(MethodBase method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method is MethodInfo { ReturnType: var type } ? [type] : Type.EmptyTypes,
        .. method.IsGenericMethod ? method.GetGenericArguments() : Type.EmptyTypes,
    ];

    private static bool Mentions(Type type)
    {
        if (type.HasElementType)
        {
            return Mentions(type.GetElementType()!);
        }

        return type == typeof(double) || type == typeof(float) || type == typeof(Half) || type == typeof(NFloat)
            || (type.IsConstructedGenericType && type.GetGenericArguments().Any(Mentions));
    }
}
