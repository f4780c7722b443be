using Barter.Architecture.Tests.Rules;

namespace Barter.Architecture.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void Every_project_of_the_house_can_be_looked_at()
    {
        Assert.Contains("Barter.Model", House.Projects);
        Assert.All(House.Projects, project => Assert.NotEmpty(House.Load(project).GetTypes()));
    }

    [Fact]
    public void Every_project_is_in_the_solution() => Expect.None(House.Unlisted());

    [Fact]
    public void The_core_knows_the_base_library_and_itself_only() =>
        Expect.None(House.Projects.SelectMany(project => References.OutOfTheCore(project, House.Used(project))));

    [Fact]
    public void References_point_one_way() =>
        Expect.None(House.Projects.SelectMany(
            project => References.AgainstTheArrows(project, House.Declared(project).Concat(House.Used(project)))));

    [Theory]
    [InlineData("Barter.Model", "Newtonsoft.Json")]
    [InlineData("Barter.Engine", "Newtonsoft.Json")]
    [InlineData("Barter.Execution", "Spectre.Console")]
    [InlineData("Barter.Statistics", "System.CommandLine")]
    [InlineData("Barter.Engine", "Barter.MarketData")]
    public void A_stranger_in_the_core_is_named(string from, string to) =>
        Assert.Equal([$"{from} -> {to}"], References.OutOfTheCore(from, ["System.Runtime", "Barter.Model", to]));

    [Theory]
    [InlineData("Barter.Statistics", "Newtonsoft.Json")]
    [InlineData("Barter.MarketData", "Newtonsoft.Json")]
    [InlineData("Barter.Engine", "System.Collections.Immutable")]
    public void What_the_core_may_use_is_no_stranger(string from, string to) =>
        Assert.Empty(References.OutOfTheCore(from, [to]));

    [Theory]
    [InlineData("Barter.Model", "Barter.Engine")]
    [InlineData("Barter.Engine", "Barter.Execution")]
    [InlineData("Barter.Execution", "Barter.Statistics")]
    [InlineData("Barter.Configuration", "Barter.Backtest")]
    [InlineData("Barter.Backtest", "Barter.Cli")]
    public void A_reference_against_the_arrows_is_named(string from, string to) =>
        Assert.Equal([$"{from} -> {to}"], References.AgainstTheArrows(from, ["System.Runtime", to]));

    [Theory]
    [InlineData("Barter.Engine", "Barter.Model")]
    [InlineData("Barter.Backtest", "Barter.Statistics")]
    [InlineData("Barter.Cli", "Barter.Backtest")]
    [InlineData("Barter.Cli", "Barter.Model")]
    public void A_reference_along_the_arrows_is_no_offence(string from, string to) =>
        Assert.Empty(References.AgainstTheArrows(from, [to]));

    [Fact]
    public void A_project_without_a_row_is_named() =>
        Assert.Equal(
            ["Barter.Attic has no row in the table of references"], References.AgainstTheArrows("Barter.Attic", []));
}
