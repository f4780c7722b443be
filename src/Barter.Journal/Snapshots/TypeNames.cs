namespace Barter.Journal.Snapshots;

/// <summary>Names of types without the versions of their assemblies: the layout of a type tells what it is.</summary>
internal static class TypeNames
{
    public static string Of(Type type)
    {
        if (type.IsSZArray)
        {
            return Array(Of(type.GetElementType()!));
        }

        var assembly = type.Assembly.GetName().Name;
        if (!type.IsGenericType)
        {
            return $"{type.FullName}, {assembly}";
        }

        var arguments = string.Join(',', type.GetGenericArguments().Select(argument => $"[{Of(argument)}]"));
        return $"{type.GetGenericTypeDefinition().FullName}[{arguments}], {assembly}";
    }

    /// <summary>None where nothing has that name any more.</summary>
    public static Type? Find(string name)
    {
        try
        {
            return Type.GetType(name, throwOnError: false);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or TypeLoadException
            or BadImageFormatException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Array(string element)
    {
        // The brackets go to the name of the type, which the name of its assembly follows
        var comma = element.LastIndexOf(", ", StringComparison.Ordinal);
        return $"{element[..comma]}[]{element[comma..]}";
    }
}
