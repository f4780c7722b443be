using Barter.Model;

namespace Barter.Scenarios.Integration;

/// <summary>None, one and many are lists; only their JSON tells one from many.</summary>
public sealed class CollectionTests
{
    [Fact]
    [Trait("Case", "COL-001")]
    public void A_list_holds_none_one_or_many()
    {
        ValueList<string> none = [];
        ValueList<string> one = ["alpha"];
        ValueList<int> many = [1, 2, 3];

        Assert.Empty(none);
        Assert.Equal(["alpha"], one);
        Assert.Equal([1, 2, 3], many);
        Assert.Equal("[1, 2, 3]", many.ToString());
        Assert.Contains("{\"One\":7}", Json(new InstrumentFilter.Instruments([new(7)])));
        Assert.Contains("{\"Many\":[1,2,3]}", Json(new InstrumentFilter.Instruments([new(1), new(2), new(3)])));
    }

    [Fact]
    [Trait("Case", "COL-003")]
    public void Where_one_is_needed_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new InstrumentFilter.Instruments([]));
        Assert.Throws<ArgumentException>(() => new Command.SendOpenRequests([]));
        Assert.Throws<ArgumentException>(() => new Command.SendCancelRequests([]));
    }

    private static string Json(InstrumentFilter filter) => ModelJson.EngineEvents.ToJson(
        new EngineEvent.Commanded(new Command.CancelOrders(filter)));
}
