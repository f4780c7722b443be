using Barter.Engine.Positions;
using Barter.Model;

namespace Barter.Engine.Tests.Positions;

public sealed class PositionMathTests
{
    [Theory]
    [InlineData("equal", "100", "2", "200", "2", "150")]
    [InlineData("more of the second", "100", "2", "200", "4", "166.66666666666666666666666667")]
    [InlineData("more of the first", "100", "20", "200", "1", "104.76190476190476190476190476")]
    [InlineData("nothing held", "100", "0", "200", "4", "200")]
    [InlineData("nothing added", "100", "10", "0", "0", "100")]
    [InlineData("nothing at all", "100", "0", "200", "0", "0")]
    public void The_average_entry_price_is_weighted_by_quantity(
        string row, string average, string quantity, string price, string added, string expected) =>
        Assert.True(
            Of(expected) == PositionMath.AverageEntryPrice(Of(average), Of(quantity), Of(price), Of(added)), row);

    [Theory]
    [InlineData("equal contracts", "100", "1", "200", "1", "133.33333333333333333333333333")]
    [InlineData("three to one", "100", "300", "200", "100", "114.28571428571428571428571429")]
    [InlineData("nothing held", "100", "0", "200", "4", "200")]
    [InlineData("nothing added", "100", "10", "200", "0", "100")]
    [InlineData("nothing at all", "100", "0", "200", "0", "0")]
    [InlineData("a price of zero is weighted as if linear", "0", "2", "200", "2", "100")]
    public void The_average_entry_price_of_an_inverse_contract_is_weighted_by_base(
        string row, string average, string quantity, string price, string added, string expected)
    {
        var actual = PositionMath.AverageEntryPrice(
            Of(average), Of(quantity), Of(price), Of(added), isInverse: true);
        Assert.True(Math.Abs(Of(expected) - actual) < 1e-24m, $"{row}: {actual}");
    }

    [Theory]
    [InlineData("long up", Side.Buy, "1", "1", "150", "40")]
    [InlineData("long down", Side.Buy, "1", "1", "80", "-30")]
    [InlineData("short down", Side.Sell, "1", "1", "80", "10")]
    [InlineData("short up", Side.Sell, "1", "1", "150", "-60")]
    [InlineData("half of it", Side.Buy, "0.5", "1", "150", "20")]
    [InlineData("none of it", Side.Buy, "0", "1", "150", "0")]
    [InlineData("never held anything", Side.Buy, "0", "0", "150", "0")]
    public void Unrealised_profit_is_after_estimated_exit_fees(
        string row, Side side, string quantity, string quantityMax, string price, string expected) => Assert.True(
            Of(expected) == PositionMath.Unrealised(side, 100m, Of(price), Of(quantity), Of(quantityMax), 10m), row);

    [Theory]
    [InlineData("1", "1", "10")]
    [InlineData("0.5", "1", "5")]
    [InlineData("0", "1", "0")]
    [InlineData("2", "1", "20")]
    [InlineData("0", "0", "0")]
    [InlineData("1", "0", "0")]
    public void Exit_fees_are_a_share_of_entry_fees(string quantity, string quantityMax, string expected) =>
        Assert.Equal(Of(expected), PositionMath.ExitFees(Of(quantity), Of(quantityMax), 10m));

    [Theory]
    [InlineData(Side.Buy, "150", "5", "495")]
    [InlineData(Side.Buy, "150", "0", "500")]
    [InlineData(Side.Buy, "150", "-5", "505")]
    [InlineData(Side.Buy, "50", "5", "-505")]
    [InlineData(Side.Buy, "50", "0", "-500")]
    [InlineData(Side.Buy, "50", "-5", "-495")]
    [InlineData(Side.Sell, "50", "5", "495")]
    [InlineData(Side.Sell, "50", "0", "500")]
    [InlineData(Side.Sell, "50", "-5", "505")]
    [InlineData(Side.Sell, "150", "5", "-505")]
    [InlineData(Side.Sell, "150", "0", "-500")]
    [InlineData(Side.Sell, "150", "-5", "-495")]
    public void Realised_profit_is_after_the_fee(Side side, string price, string fee, string expected) =>
        Assert.Equal(Of(expected), PositionMath.Realised(side, 100m, Of(price), 10m, Of(fee)));

    [Theory]
    [InlineData("linear long", Side.Buy, "100", "150", "10", "0.01", false, "5")]
    [InlineData("linear short", Side.Sell, "100", "150", "10", "0.01", false, "-5")]
    [InlineData("inverse long up", Side.Buy, "10000", "12500", "1000", "1", true, "0.02")]
    [InlineData("inverse short up", Side.Sell, "10000", "12500", "1000", "1", true, "-0.02")]
    [InlineData("inverse long down", Side.Buy, "10000", "8000", "1000", "1", true, "-0.025")]
    [InlineData("inverse of size 100", Side.Buy, "10000", "12500", "10", "100", true, "0.02")]
    [InlineData("inverse entered at zero", Side.Buy, "0", "12500", "10", "100", true, "0")]
    [InlineData("inverse left at zero", Side.Buy, "10000", "0", "10", "100", true, "0")]
    public void Gross_profit_respects_the_size_and_the_kind_of_a_contract(
        string row, Side side, string entry, string exit, string quantity, string size, bool isInverse,
        string expected) =>
        Assert.True(
            Of(expected) == PositionMath.Gross(side, Of(entry), Of(exit), Of(quantity), Of(size), isInverse), row);

    [Theory]
    [InlineData("0", "100", "1", "0")]
    [InlineData("100", "100", "1", "1")]
    [InlineData("-50", "100", "1", "-0.5")]
    [InlineData("500", "100", "10", "0.5")]
    public void The_return_is_profit_over_the_largest_entry_notional(
        string realised, string average, string quantityMax, string expected) =>
        Assert.Equal(Of(expected), PositionMath.Return(Of(realised), Of(average), Of(quantityMax)));

    [Fact]
    public void The_return_on_a_contract_is_over_what_the_contracts_stand_for()
    {
        Assert.Equal(0.5m, PositionMath.Return(5m, 100m, 10m, contractSize: 0.01m));
        Assert.Equal(0.2m, PositionMath.Return(0.02m, 10_000m, 10m, contractSize: 100m, isInverse: true));
    }

    [Fact]
    public void There_is_no_return_on_nothing()
    {
        Assert.Null(PositionMath.Return(5m, 0m, 1m));
        Assert.Null(PositionMath.Return(5m, 100m, 0m));
        Assert.Null(PositionMath.Return(5m, 0m, 1m, isInverse: true));
    }

    private static decimal Of(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
