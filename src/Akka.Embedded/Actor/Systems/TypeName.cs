using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Types that settings name.</summary>
internal static class TypeName
{
    /// <summary>The assembly may be left out, or be that of another edition of the same types.</summary>
    public static Type? Find(string name) => Type.GetType(name) ?? AppDomain.CurrentDomain.GetAssemblies()
        .Select(assembly => assembly.GetType(name.Split(',')[0].Trim()))
        .FirstOrDefault(type => type is not null);

    /// <exception cref="ConfigurationException">There is no such type, it is no <typeparamref name="T"/>, or cannot be
    /// made.</exception>
    public static T Make<T>(string key, string name, params object?[] arguments)
        where T : class
    {
        var type = Find(name) ?? throw new ConfigurationException(
            $"{key} = '{name}': there is no such type; write \"Namespace.Type, Assembly\"");
        if (!typeof(T).IsAssignableFrom(type))
        {
            throw new ConfigurationException($"{key} = '{name}': the type is no {typeof(T)}");
        }

        try
        {
            return (T)Activator.CreateInstance(type, arguments)!;
        }
        catch (MissingMethodException missing)
        {
            var wanted = string.Join(", ", arguments.Select(argument => argument?.GetType().Name ?? "null"));
            throw new ConfigurationException(
                $"{key} = '{name}': the type has no public constructor ({wanted})", missing);
        }
    }
}
