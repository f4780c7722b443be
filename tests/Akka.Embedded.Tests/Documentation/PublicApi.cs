using System.Reflection;
using System.Text;

namespace Akka.Documentation;

/// <summary>What the runtime offers, a line a type, as the documentation lists it.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly string[] OfEveryObject =
    [
        "Equals", "GetHashCode", "ToString", "CompareTo", "PrintMembers", "Deconstruct", "<Clone>$", "EqualityContract",
    ];

    public static string Of(params Assembly[] assemblies)
    {
        var text = new StringBuilder();
        var spaces = assemblies
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsNested)
            .GroupBy(type => type.Namespace ?? "", StringComparer.Ordinal)
            .OrderBy(space => space.Key, StringComparer.Ordinal);
        foreach (var space in spaces)
        {
            text.Append("\n### ").Append(space.Key).Append("\n\n");
            foreach (var type in space.OrderBy(NameOf, StringComparer.Ordinal))
            {
                var members = Members(type);
                text.Append("- `").Append(NameOf(type)).Append('`').Append(members.Length == 0 ? "" : ": ");
                text.AppendJoin(", ", members).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsGenericType
            ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>"
            : name;
    }

    private static string[] Members(Type type) =>
    [
        .. type.GetMembers(Declared)
            .Where(IsOffered)
            .Select(NameOf)
            .Where(name => !OfEveryObject.Contains(name) && !name.Contains('.', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static string NameOf(MemberInfo member) => member switch
    {
        ConstructorInfo => "new",
        Type nested => NameOf(nested),
        _ => member.Name,
    };

    private static bool IsOffered(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => IsOffered(constructor),
        MethodInfo method => IsOffered(method) && !method.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsOffered),
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        Type nested => nested.IsNestedPublic,
        _ => false,
    };

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
