using System.Reflection;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes configurations of texts, files and embedded resources.</summary>
public class ConfigurationFactory
{
    private const string Reference = "Akka.Configuration.reference.conf";
    private static readonly Lazy<Config> Defaults =
        new(() => FromResource(Reference, typeof(ConfigurationFactory).Assembly));

    public static Config Empty => Config.Empty;

    public static Config ParseString(string hocon) => Parse(hocon, "string", Includes.OfText);

    /// <summary>Parses a text whose includes the callback answers.</summary>
    public static Config ParseString(string hocon, Func<string, HoconRoot> includeCallback) =>
        Parse(hocon, "string", new Includes([], source: null, includeCallback));

    /// <summary>What the runtime sets where the user does not.</summary>
    public static Config Default() => Defaults.Value;

    public static Config FromResource<TAssembly>(string resourceName) =>
        FromResource(resourceName, typeof(TAssembly).Assembly);

    public static Config FromResource(string resourceName, object instanceInAssembly)
    {
        ArgumentNullException.ThrowIfNull(instanceInAssembly);
        return FromResource(resourceName, instanceInAssembly as Assembly ?? instanceInAssembly.GetType().Assembly);
    }

    public static Config FromResource(string resourceName, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(resourceName) ?? throw new ConfigurationException(
            $"{assembly.GetName().Name} has no embedded resource '{resourceName}'; it has: " +
            $"{string.Join(", ", assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))}");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), resourceName, Includes.OfText);
    }

    /// <summary>Parses a file; its includes are relative to it.</summary>
    internal static Config ParseFile(string path) => new(Includes.ParseFile(path), HoconPath.Root);

    private static Config Parse(string hocon, string source, Includes includes)
    {
        ArgumentNullException.ThrowIfNull(hocon);
        return new Config(Parser.Parse(hocon, source, includes, [HoconPath.Root]), HoconPath.Root);
    }
}
