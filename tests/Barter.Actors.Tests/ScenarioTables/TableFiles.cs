namespace Barter.Actors.Tests.ScenarioTables;

/// <summary>The files of data/scenarios.</summary>
internal static class TableFiles
{
    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        var files = Directory.GetFiles(Repository.File("data/scenarios"), "*.table");
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            names.Add(Path.GetFileName(file));
        }

        return names;
    }

    public static ScenarioTable Read(string name) =>
        ScenarioTable.Read(name, File.ReadAllText(Repository.File($"data/scenarios/{name}")));
}
