using Barter.Architecture.Tests.Planted;
using Barter.Architecture.Tests.Rules;

namespace Barter.Architecture.Tests;

public sealed class BinaryFloatTests
{
    [Fact]
    public void The_core_does_not_count_in_binary_floating_point() =>
        Expect.None(BinaryFloats.In(House.Types("Barter.Model", "Barter.Engine", "Barter.Execution")));

    [Theory]
    [InlineData("a field", typeof(Floats.InField), "Price is a System.Double")]
    [InlineData("a constant", typeof(Floats.InConstant), "Rate is a System.Double")]
    [InlineData("a property", typeof(Floats.InProperty), "Price is a System.Nullable`1[System.Single]")]
    [InlineData("a parameter", typeof(Floats.InParameter), "Take takes or returns System.Half&")]
    [InlineData("a return", typeof(Floats.InReturn), "Give takes or returns System.Collections.Generic.List`1[")]
    [InlineData("a call", typeof(Floats.InCall), "Root does call Double Sqrt(Double)")]
    [InlineData("a conversion", typeof(Floats.InConversion), "Halve does ldc.r8")]
    [InlineData("a lambda", typeof(Floats.InLambda), "does call Double Sqrt(Double)")]
    [InlineData("an iterator", typeof(Floats.InIterator), "is a System.Double")]
    public void A_binary_float_is_found_in(string place, Type planted, string complaint)
    {
        var offences = BinaryFloats.In(Sample.Of(planted)).ToArray();

        Assert.True(
            offences.Any(offence => offence.Contains(complaint, StringComparison.Ordinal)),
            $"{place}: {string.Join('\n', offences)}");
    }

    [Fact]
    public void A_decimal_is_no_binary_float() => Assert.Empty(BinaryFloats.In(Sample.Of(typeof(Floats.Nowhere))));
}
