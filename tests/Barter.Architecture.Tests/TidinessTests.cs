using Barter.Architecture.Tests.Rules;

namespace Barter.Architecture.Tests;

public sealed class TidinessTests
{
    private const string Tidy = "namespace Barter.Engine.Orders;\n\npublic sealed class Book\n{\n}\n";
    private const string Path = "src/Barter.Engine/Orders/Book.cs";
    private static readonly string[] SourceFolders = ["src/", "tests/", "samples/"];

    [Fact]
    public void Sources_are_tidy()
    {
        var sources = Files.Texts().Where(file => IsSource(file.Path)).ToArray();

        Assert.Contains(sources, file => file.Path == "src/Barter.Model/Time/Timestamp.cs");
        Assert.Contains(sources, file => file.Path == "tests/Barter.Architecture.Tests/TidinessTests.cs");
        Expect.None(sources.SelectMany(file => Tidiness.OfSource(file.Path, file.Text)));
    }

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine()
    {
        var texts = Files.Texts().ToArray();

        Assert.Contains(texts, file => file.Path == "README.md");
        Assert.Contains(texts, file => file.Path == ".ci/run");
        Expect.None(texts.SelectMany(file => Tidiness.OfText(file.Path, file.Text)));
    }

    [Theory]
    [InlineData("long line", "Book.cs:6 has 121 columns")]
    [InlineData("tab", "Book.cs:6 has a tab")]
    [InlineData("unfinished", "Book.cs:6 is not finished")]
    [InlineData("region", "Book.cs:6 opens or closes a region")]
    [InlineData("many lines", "Book.cs has 401 lines")]
    [InlineData("second type", "Book.cs has 2 public types: Book, Page")]
    public void Untidy_text_is_found(string what, string complaint)
    {
        var added = what switch
        {
            "long line" => new string('/', 121),
            "tab" => "\tpublic",
            "unfinished" => "// TO" + "DO later",
            "region" => "    #" + "region Rows",
            "many lines" => new string('\n', 395) + "// the end",
            _ => "public readonly record struct Page(int Number);",
        };

        Assert.Equal([$"src/Barter.Engine/Orders/{complaint}"], Tidiness.OfSource(Path, Tidy + added + "\n"));
    }

    [Theory]
    [InlineData("src/Barter.Engine/Orders/Page.cs", "is not named for its public type Book")]
    [InlineData("src/Barter.Engine/Positions/Book.cs", "is in namespace Barter.Engine.Orders")]
    [InlineData("src/Barter.Execution/Orders/Book.cs", "is in namespace Barter.Engine.Orders")]
    [InlineData("src/Barter.Model/Orders/Book.cs", "is in namespace Barter.Engine.Orders")]
    [InlineData("src/Barter.Engines/Orders/Book.cs", "is in namespace Barter.Engine.Orders")]
    public void A_misplaced_type_is_found(string path, string complaint) =>
        Assert.Equal([$"{path} {complaint}"], Tidiness.OfSource(path, Tidy));

    [Theory]
    [InlineData(Path)]
    [InlineData("src/Barter.Engine/Orders/Books/Book.cs")]
    [InlineData("src/Barter.Engine/Orders/Book.Rows.cs")]
    public void A_tidy_file_is_no_offence(string path) => Assert.Empty(Tidiness.OfSource(path, Tidy));

    [Theory]
    [InlineData("unix", "see /", "work/main")]
    [InlineData("quoted", "\"/", "home/me/data.json\"")]
    [InlineData("windows", "C:", "\\Users\\me")]
    public void A_folder_of_somebodys_machine_is_found(string what, string first, string rest) =>
        Assert.Equal(
            ["notes.md:2 names a folder of somebody's machine"],
            Tidiness.OfText("notes.md", $"{what}\n{first}{rest}\n"));

    [Theory]
    [InlineData("docs/work/plan.md")]
    [InlineData("https://example.org/home/page")]
    [InlineData("../home/page")]
    public void A_relative_path_is_no_offence(string text) => Assert.Empty(Tidiness.OfText("notes.md", text));

    private static bool IsSource(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal)
        && SourceFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
}
