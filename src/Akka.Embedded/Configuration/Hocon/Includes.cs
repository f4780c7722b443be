using System.Collections.Immutable;

namespace Akka.Configuration.Hocon;

/// <summary>Finds included documents: by the callback if there is one, else beside the including file.</summary>
internal sealed class Includes(ImmutableList<string> chain, string? source, Func<string, HoconRoot?>? callback = null)
{
    public static readonly Includes OfText = new([], source: null);

    public static ObjectNode ParseFile(string path)
    {
        try
        {
            return Parse([], path, [HoconPath.Root]);
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            throw new ConfigurationException($"Cannot read the configuration file '{path}': {fault.Message}", fault);
        }
    }

    /// <summary>The included document; null where it is missing and need not be there.</summary>
    public ObjectNode? Load(IncludeStatement include, HoconPath at, ImmutableArray<HoconPath> scopes, Origin origin)
    {
        var document = callback is null ? LoadFile(include, at, scopes, origin) : callback(include.Name)?.Tree.Copy();
        return document is null && include.IsRequired
            ? throw Fault(origin, at, $"'{include.Name}' is not there; create it, or include it without required(...)")
            : document;
    }

    private ObjectNode? LoadFile(
        IncludeStatement include, HoconPath at, ImmutableArray<HoconPath> scopes, Origin origin)
    {
        if (source is null && !Path.IsPathRooted(include.Name))
        {
            throw Fault(origin, at, $"'{include.Name}' is relative, but the text that includes it is no file; " +
                "name the full path, or parse with an include callback");
        }

        var path = Path.Combine(Path.GetDirectoryName(source) ?? "", include.Name);
        try
        {
            return File.Exists(path) ? Parse(chain, path, at.Is(scopes[0]) ? scopes : scopes.Insert(0, at)) : null;
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            throw Fault(origin, at, $"cannot read '{path}': {fault.Message}", fault);
        }
    }

    private static ObjectNode Parse(ImmutableList<string> chain, string path, ImmutableArray<HoconPath> scopes)
    {
        var full = Path.GetFullPath(path);
        if (chain.Contains(full, StringComparer.Ordinal))
        {
            throw new ConfigurationException(
                $"{path} includes itself: {string.Join(" → ", chain.Add(full))}; remove one of these includes");
        }

        return Parser.Parse(File.ReadAllText(full), path, new Includes(chain.Add(full), path), scopes);
    }

    private static bool IsUnreadable(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static ConfigurationException Fault(Origin origin, HoconPath at, string what, Exception? cause = null) =>
        new($"{origin}: {at}: include: {what}", cause);
}
