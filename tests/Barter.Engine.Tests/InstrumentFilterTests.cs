using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class InstrumentFilterTests
{
    private static readonly Dictionary<string, (InstrumentFilter Filter, int[] Chosen)> Rows = new()
    {
        ["none chooses all"] = (new InstrumentFilter.None(), [0, 1, 2]),
        ["one exchange"] = (new InstrumentFilter.Exchanges([Binance]), [0, 1]),
        ["two exchanges"] = (new InstrumentFilter.Exchanges([Kraken, Binance]), [0, 1, 2]),
        ["one instrument"] = (new InstrumentFilter.Instruments([EthBtc]), [1]),
        ["two instruments"] = (new InstrumentFilter.Instruments([XbtUsd, BtcUsdt]), [0, 2]),
        ["an underlying"] = (new InstrumentFilter.Underlyings([new Underlying<AssetIndex>(Btc, Usdt)]), [0]),
        ["an underlying the other way round"] =
            (new InstrumentFilter.Underlyings([new Underlying<AssetIndex>(Usdt, Btc)]), []),
    };

    public static TheoryData<string> Names => new(Rows.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_filter_chooses_the_instruments_of_its_row_in_index_order(string name)
    {
        var (filter, chosen) = Rows[name];
        var engine = NewEngine();
        foreach (var row in engine.State.Instruments.ToArray())
        {
            var order = Limit(row.Index, $"{row.Index}");
            engine.Process(Reported(order, new ActiveOrderState.Open(new OrderId("1"), Day(1), 0m)));
        }

        var step = engine.Process(Do(new Command.CancelOrders(filter)));

        // Kraken is only listened to, so its cancels are not sent
        Assert.Equal(chosen.Where(i => i < 2), step.Requests.Select(request => request.Key.Instrument.Value));
        Assert.Equal(
            chosen, Catalog.Instruments.Where(filter.Matches).Select(instrument => instrument.Index.Value));
    }

    [Fact]
    public void An_empty_filter_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new InstrumentFilter.Exchanges([]));
        Assert.Throws<ArgumentException>(() => new InstrumentFilter.Instruments([]));
        Assert.Throws<ArgumentException>(() => new InstrumentFilter.Underlyings([]));
    }
}
