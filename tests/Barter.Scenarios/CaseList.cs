using System.Reflection;
using System.Text.RegularExpressions;

namespace Barter.Scenarios;

/// <summary>Which acceptance cases are covered, by a compiled test or by a row of docs/differences.md.</summary>
internal static partial class CaseList
{
    /// <summary>Writes a line for every area; returns 1 where there are cases that nothing covers.</summary>
    public static int Print(TextWriter output, bool isLong)
    {
        var tested = TestedIds();
        var different = DifferentIds();
        var missing = 0;
        foreach (var area in KnownIds().GroupBy(id => id[..id.IndexOf('-', StringComparison.Ordinal)]))
        {
            var open = area.Where(id => !tested.Contains(id) && !different.Contains(id)).ToArray();
            missing += open.Length;
            output.WriteLine(
                $"{area.Key,-6} {area.Count(),3} cases, {area.Count(tested.Contains),3} tested, "
                + $"{area.Count(id => different.Contains(id) && !tested.Contains(id)),2} different, "
                + $"{open.Length,3} open"
                + (open.Length > 0 ? $": {string.Join(" ", open)}" : ""));
            if (isLong)
            {
                output.WriteLine($"       {string.Join(" ", area.Where(tested.Contains))}");
            }
        }

        var known = KnownIds();
        output.WriteLine(
            $"{known.Count} cases: {known.Count(tested.Contains)} tested, "
            + $"{known.Count(id => different.Contains(id) && !tested.Contains(id))} different, {missing} open");
        return missing == 0 ? 0 : 1;
    }

    public static IReadOnlyList<string> KnownIds()
    {
        using var stream = typeof(CaseList).Assembly.GetManifestResourceStream("cases.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>The ids that stand as traits at tests of any assembly that was built beside this one.</summary>
    public static IReadOnlySet<string> TestedIds() => TestAssemblies()
        .SelectMany(assembly => assembly.GetTypes())
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(method => method.GetCustomAttributesData().Concat(method.DeclaringType!.GetCustomAttributesData()))
        .Where(attribute => attribute.AttributeType == typeof(TraitAttribute)
            && attribute.ConstructorArguments[0].Value is "Case")
        .Select(attribute => (string)attribute.ConstructorArguments[1].Value!)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The ids that a row of docs/differences.md names.</summary>
    public static IReadOnlySet<string> DifferentIds()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "differences.md"))
            .Where(line => line.StartsWith('|'));
        return rows
            .SelectMany(row => CaseId().Matches(row))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<Assembly> TestAssemblies()
    {
        yield return typeof(CaseList).Assembly;

        // artifacts/bin/<project>/<configuration>/: the sibling of this one in every other test project
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var projects = here.Parent!.Parent!.EnumerateDirectories("Barter.*.Tests").OrderBy(folder => folder.Name);
        foreach (var project in projects)
        {
            var path = Path.Combine(project.FullName, here.Name, $"{project.Name}.dll");
            if (File.Exists(path) && project.Name is not "Barter.Architecture.Tests")
            {
                yield return Assembly.LoadFrom(path);
            }
        }
    }

    [GeneratedRegex("\\b[A-Z]{2,5}-[0-9]{3}\\b")]
    private static partial Regex CaseId();
}
