namespace Barter.Actors.Tests.ScenarioTables;

/// <summary>Two shells over one core, for every file in data/scenarios.</summary>
[Trait("Category", "Integration")]
public sealed class ScenarioTableTests
{
    public static TheoryData<string> Files => TableFiles.Names();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_loop_and_the_actors_do_the_same_and_it_is_what_is_expected(string file)
    {
        var table = TableFiles.Read(file);

        var loop = TableRun.InTheLoop(table);
        var actors = await TableRun.AmongActors(table);

        Assert.NotEmpty(loop.Answers);
        var wrong = loop.Answers
            .Where(row => row.Came != row.Expected)
            .Select(row => $"{file}:{row.Line}: expected '{row.Expected}', came '{row.Came}'")
            .ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        Assert.Equal(loop.Answers, actors.Answers);
        Assert.Equal(loop.Digest, actors.Digest);
    }

    [Fact]
    public void There_are_tables_for_everything() => Assert.True(Files.AsEnumerable<object[]>().Count() >= 8);

    [Theory]
    [InlineData("at | do", "t.table:1: the first row must be 'at | do | of | side | price | amount | id | answer'")]
    [InlineData("\n1 | trade", "t.table:2: 2 cells where 8 are needed")]
    [InlineData("\n1 | dance | | | | | |", "t.table:2: nothing is called 'dance'")]
    [InlineData("\n | trade | BTCUSDT | | 1 | 1 | |", "t.table:2: a setting has no time, and all else has one")]
    [InlineData("\n1 | fees | | | | 1 | |", "t.table:2: a setting has no time, and all else has one")]
    [InlineData("\n1 | trade | BTCUSDT | up | 1 | 1 | |", "t.table:2: 'up' is no side")]
    [InlineData("\n# why\n1 | trade | BTCUSDT | buy | one | 1 | |", "t.table:3: 'one' is not a number")]
    [InlineData(
        "\n1 | trade | BTCUSDT | buy | 1 | 1 | |\n2 | market | BTCUSDT | buy | | 1 | a | open",
        "t.table:3: 'market' is later than the last market event")]
    public void A_table_that_cannot_be_read_names_its_line(string text, string message)
    {
        var whole = text[0] == '\n' ? ScenarioTable.Header + text : text;

        Assert.Equal(message, Assert.Throws<FormatException>(() => ScenarioTable.Read("t.table", whole)).Message);
    }
}
