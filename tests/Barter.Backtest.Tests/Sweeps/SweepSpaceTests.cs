using Barter.Backtest.Sweeps;
using Barter.Model;

namespace Barter.Backtest.Tests.Sweeps;

public sealed class SweepSpaceTests
{
    private static readonly SweepSpace Space = Of("a=1,2,3", "b=x,y");

    [Fact]
    public void A_grid_has_every_combination_once()
    {
        Assert.Equal(
            ["a=1 b=x", "a=1 b=y", "a=2 b=x", "a=2 b=y", "a=3 b=x", "a=3 b=y"], Space.Grid().Select(Text));
        Assert.Equal(6d, Space.Size);
    }

    [Fact]
    public void Chance_depends_on_its_seed_only_and_draws_nothing_twice()
    {
        var large = Of("a=1..1000", "b=1..1000", "c=1..100000", "d=1..100000");

        var drawn = large.Random(200, seed: 7);

        Assert.Equal(drawn, large.Random(200, seed: 7));
        Assert.NotEqual(drawn, large.Random(200, seed: 8));
        Assert.Equal(200, drawn.Distinct().Count());
        Assert.Subset(drawn.ToHashSet(), large.Random(50, seed: 7).ToHashSet());
        Assert.Equal(Space.Grid(), Space.Random(6, seed: 1));
    }

    [Fact]
    public void Neighbours_are_one_step_away() =>
        Assert.Equal(["a=1 b=y", "a=3 b=y", "a=2 b=x"], Space.Neighbours(["a=2", "b=y"]).Select(Text));

    [Fact]
    public void Too_many_combinations_and_one_parameter_twice_are_refused()
    {
        Assert.StartsWith(
            "the parameters have 1,000,100 combinations",
            Assert.Throws<FormatException>(() => Of("a=1..10001", "b=1..100").Grid()).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "parameter 'a' is given twice; list its values in one, as in a=1,2",
            Assert.Throws<FormatException>(() => Of("a=1", "a=2")).Message);
    }

    private static SweepSpace Of(params string[] ranges) => new(ranges.Select(ParameterRange.Parse));

    private static string Text(ValueList<string> combination) => string.Join(' ', combination);
}
