namespace Barter.Actors.Tests.ScenarioTables;

/// <summary>The files of data/scenarios.</summary>
internal static class TableFiles
{
    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var file in Directory.GetFiles(Repository.File("data/scenarios"), "*.table").Order(StringComparer.Ordinal))
        {
            names.Add(Path.GetFileName(file));
        }

        return names;
    }

    public static ScenarioTable Read(string name) =>
        ScenarioTable.Read(name, File.ReadAllText(Repository.File($"data/scenarios/{name}")));
}
