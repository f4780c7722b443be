namespace Barter.TestKit.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void The_example_of_the_documentation_is_the_sample_that_is_compiled()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Barter.Actors.sln")))
        {
            folder = folder.Parent;
        }

        var root = folder!.FullName;
        var sample = File.ReadAllText(Path.Combine(root, "samples", "StrategyTests", "BuyTheDipTests.cs"));
        var page = File.ReadAllText(Path.Combine(root, "docs", "testkit.md"));

        Assert.Contains($"```csharp\n{sample}```", page, StringComparison.Ordinal);
    }
}
