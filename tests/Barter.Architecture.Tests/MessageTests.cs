using Barter.Architecture.Tests.Planted;
using Barter.Architecture.Tests.Rules;

namespace Barter.Architecture.Tests;

public sealed class MessageTests
{
    [Fact]
    public void Records_are_sealed() => Expect.None(Messages.NotSealed(House.Types()));

    [Fact]
    public void Unions_cannot_be_derived_from_outside() => Expect.None(Messages.NotClosed(House.Types()));

    [Fact]
    public void Records_of_the_vocabulary_cannot_be_changed() =>
        Expect.None(Messages.Mutable(House.Types("Barter.Model").Where(Shapes.IsRecord)));

    [Fact]
    public void Value_types_of_the_vocabulary_are_readonly() =>
        Expect.None(ValueTypes.Changing(House.Types("Barter.Model")));

    [Fact]
    public void Value_types_that_wrap_one_value_say_how_they_are_printed() =>
        Expect.None(ValueTypes.Wordless(House.Types("Barter.Model")));

    [Fact]
    public void The_vocabulary_has_unions_records_and_value_types_to_look_at()
    {
        var types = House.Types("Barter.Model");

        Assert.Contains(typeof(Model.EngineEvent), types.Where(Shapes.IsRecord));
        Assert.Contains(typeof(Model.EngineEvent.Market), types.Where(Shapes.IsRecord));
        Assert.Contains(typeof(Model.Timestamp), types.Where(Shapes.IsRecord));
        Assert.DoesNotContain(typeof(Model.InstrumentCatalog), types.Where(Shapes.IsRecord));
    }

    [Fact]
    public void An_unsealed_record_is_named() => Assert.Equal(
        [$"{typeof(Records.Unsealed)} is a record that is neither abstract nor sealed"],
        Messages.NotSealed(Sample.Of(typeof(Records))));

    [Fact]
    public void A_union_open_to_strangers_is_named() => Assert.Equal(
        [$"{typeof(Records.Open)} is a union that can be derived from outside"],
        Messages.NotClosed(Sample.Of(typeof(Records))));

    [Theory]
    [InlineData("settable property", typeof(Records.Settable), "Settable.Price can be set")]
    [InlineData("assignable field", typeof(Records.Assignable), "Assignable.Price can be assigned")]
    [InlineData("list", typeof(Records.Listing), "Listing.Rows is a System.Collections.Generic.List`1[")]
    [InlineData("dictionary", typeof(Records.Mapping), "Mapping.Rows is a System.Collections.Generic.IDictionary`2[")]
    [InlineData("array", typeof(Records.Arraying), "Arraying.Rows is a System.Int32[], not a ValueList")]
    [InlineData("writable reference", typeof(Records.Referring), "gives a reference that can be written to")]
    [InlineData("what is inside", typeof(Records.Containing), "Settable.Price can be set")]
    [InlineData("value type", typeof(Records.Moving), "Moving.X can be set")]
    public void What_can_change_is_found(string what, Type planted, string complaint)
    {
        var offences = Messages.Mutable([planted]).ToArray();

        Assert.True(
            offences.Any(offence => offence.Contains(complaint, StringComparison.Ordinal)),
            $"{what}: {string.Join('\n', offences)}");
    }

    [Theory]
    [InlineData(typeof(Records.Lasting))]
    [InlineData(typeof(Records.Union.Case))]
    public void A_record_that_cannot_change_is_no_offence(Type planted) => Assert.Empty(Messages.Mutable([planted]));

    [Fact]
    public void A_struct_that_can_change_is_named() => Assert.Equal(
        [$"{typeof(Records.Moving)} is a struct that is not readonly"],
        ValueTypes.Changing(Sample.Of(typeof(Records))));

    [Fact]
    public void A_wrapper_without_words_of_its_own_is_named() => Assert.Equal(
        [$"{typeof(Wrapper)} wraps a single value and does not override ToString"],
        ValueTypes.Wordless([typeof(Wrapper), typeof(Model.StrategyId), typeof(Model.Candle)]));
}
