using Barter.Backtest.Sweeps;

namespace Barter.Backtest.Tests.Sweeps;

public sealed class ParameterRangeTests
{
    [Theory]
    [InlineData("a single value", "fast=5", "5")]
    [InlineData("a range with a step", "fast=5..20:5", "5 10 15 20")]
    [InlineData("a range that does not meet its end", "fast=5..19:5", "5 10 15")]
    [InlineData("steps of one", "fast=1..3", "1 2 3")]
    [InlineData("exact decimals", "spread=0.1..0.5:0.1", "0.1 0.2 0.3 0.4 0.5")]
    [InlineData("negative numbers", "x=-2..2:2", "-2 0 2")]
    [InlineData("a list", "slow=20,50,100", "20 50 100")]
    [InlineData("words", "short=true,false", "true false")]
    [InlineData("a list with a range in it", "slow=1..3,10", "1 2 3 10")]
    [InlineData("numbers in one form", "x=1.50,2.0", "1.5 2")]
    [InlineData("spaces", " fast = 5 , 6 ", "5 6")]
    public void Values_are_read_from(string _, string text, string values) =>
        Assert.Equal(values.Split(' '), ParameterRange.Parse(text).Values);

    [Theory]
    [InlineData("no name", "5..10", "parameter '5..10' is not of the form name=values, such as fast=5..50:5")]
    [InlineData("no value", "fast=", "parameter fast has an empty value")]
    [InlineData("no value in a list", "fast=1,,2", "parameter fast has an empty value")]
    [InlineData("a value twice", "fast=1..3,2", "parameter fast has the value 2 twice")]
    [InlineData("the same number twice", "fast=1,1.0", "parameter fast has the value 1 twice")]
    [InlineData("half a range", "fast=5..", "parameter fast: '5..' is not a range such as 5..50:5")]
    [InlineData("no step", "fast=5..9:", "parameter fast: '5..9:' is not a range such as 5..50:5")]
    [InlineData("a colon first", "fast=:5..9", "parameter fast: ':5..9' is not a range such as 5..50:5")]
    [InlineData("downwards", "fast=9..5", "parameter fast: range '9..5' must go up, by a step above 0")]
    [InlineData("a step of zero", "fast=5..9:0", "parameter fast: range '5..9:0' must go up, by a step above 0")]
    [InlineData("too many", "fast=0..1:0.000001", "parameter fast: range '0..1:0.000001' has more than 100000 values")]
    public void Refused_is(string _, string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ParameterRange.Parse(text)).Message);
}
