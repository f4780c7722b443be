using System.Reflection;
using System.Xml.Linq;

namespace Barter.Architecture.Tests;

/// <summary>The house as it stands: its root, the projects under src, and what they were built into.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    /// <summary>Names of the projects under src, sorted; their number grows.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. ProjectFiles().Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>Types of the named projects, or of all; a project that does not exist yet has none.</summary>
    public static IReadOnlyList<Type> Types(params string[] projects) =>
    [
        .. Projects
            .Where(project => projects.Length == 0 || projects.Contains(project))
            .SelectMany(project => Load(project).GetTypes()),
    ];

    public static Assembly Load(string project) => Assembly.Load(new AssemblyName(AssemblyNameOf(project)));

    /// <summary>Names of the projects to which the project file of a project refers.</summary>
    public static IEnumerable<string> Declared(string project) =>
        ProjectOf(project).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")?.Value ?? "")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    /// <summary>A command is named for what people type, and not for its project.</summary>
    private static string AssemblyNameOf(string project) =>
        ProjectOf(project).Descendants("AssemblyName").SingleOrDefault()?.Value ?? project;

    private static XDocument ProjectOf(string project) =>
        XDocument.Load(ProjectFiles().Single(file => Path.GetFileNameWithoutExtension(file) == project));

    /// <summary>All assemblies to which the code of a project refers.</summary>
    public static IEnumerable<string> Used(string project) =>
        Load(project).GetReferencedAssemblies().Select(reference => reference.Name ?? "");

    /// <summary>Projects that the solution leaves out: nobody would build them, and nobody run their tests.</summary>
    public static IEnumerable<string> Unlisted()
    {
        var solution = File.ReadAllText(Path.Combine(Root, "Barter.Actors.sln"));
        return new[] { "src", "tests", "samples" }
            .Select(folder => Path.Combine(Root, folder))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetFileName(file))
            .Where(file => !solution.Contains($"\\{file}\"", StringComparison.Ordinal));
    }

    private static string[] ProjectFiles() =>
        Directory.GetFiles(Path.Combine(Root, "src"), "Barter.*.csproj", SearchOption.AllDirectories);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Barter.Actors.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} is the root");
    }
}
