using Barter.Architecture.Tests.Planted;
using Barter.Architecture.Tests.Rules;

namespace Barter.Architecture.Tests;

public sealed class StaticStateTests
{
    [Fact]
    public void Sessions_share_no_state() => Expect.None(StaticState.In(House.Types()));

    [Theory]
    [InlineData(typeof(Statics.Assignable))]
    [InlineData(typeof(Statics.Settable))]
    [InlineData(typeof(Statics.OfThread))]
    [InlineData(typeof(Statics.Mapping))]
    [InlineData(typeof(Statics.Listing))]
    [InlineData(typeof(Statics.ShownArray))]
    [InlineData(typeof(Statics.ShownArrayProperty))]
    [InlineData(typeof(Statics.Counting))]
    public void Shared_state_is_found(Type planted) => Assert.Single(StaticState.In([planted]));

    [Fact]
    public void Constants_tables_and_caches_of_the_compiler_are_no_shared_state() =>
        Assert.Empty(StaticState.In(Sample.Of(typeof(Statics.Unchanging))));
}
