using Barter.Cli.Terminal;
using Barter.Engine;
using Barter.Engine.Connectivity;
using Barter.Model;
using Spectre.Console;
using static Barter.Cli.Terminal.ViewTable;

namespace Barter.Cli.Paper;

/// <summary>The tables of the view.</summary>
internal static class PaperTables
{
    private const string None = "-";

    private static readonly Style Good = new(Color.Green);

    public static Style Bad { get; } = new(Color.Red);

    public static ViewTable Instruments(EngineState state)
    {
        var table = new ViewTable(
            new Column("Instrument", IsText: true),
            new Column("Bid", Leaves: 5),
            new Column("Ask", Leaves: 5),
            new Column("Last"),
            new Column("Position", Leaves: 1),
            new Column("Entry", Leaves: 7),
            new Column("PnL open", Leaves: 2),
            new Column("PnL realised", Leaves: 6));
        foreach (var row in state.Instruments)
        {
            var (market, position) = (row.Market, row.Position);
            table.Row(
                row.Instrument.Name,
                Number(market.BestBid?.Price),
                Number(market.BestAsk?.Price),
                Number(market.LastPrice),
                Number(position?.QuantitySigned),
                position is null ? None : Money(position.PriceEntryAverage).Text,
                position is null ? None : Money(row.PnlUnrealised, isGain: true),
                Money(row.Positions.PnlRealised, isGain: true));
        }

        return table;
    }

    public static ViewTable Links(EngineState state)
    {
        var table = new ViewTable(
            new Column("Link", IsText: true), new Column("Market data", IsText: true),
            new Column("Account", Leaves: 1, IsText: true));
        for (var at = 0; at < state.Catalog.Exchanges.Count; at++)
        {
            var links = state.Connectivity[new ExchangeIndex(at)];
            table.Row(
                state.Catalog.Exchanges[at].ToWire(),
                Health(links.MarketData),
                links.Account is { } account ? Health(account) : new Cell(None));
        }

        return table;
    }

    public static ViewTable Balances(EngineState state)
    {
        var table = new ViewTable(
            new Column("Balance", IsText: true), new Column("Total"), new Column("Free", Leaves: 1));
        foreach (var row in state.Assets)
        {
            table.Row(
                state.Catalog[row.Asset].ToString(),
                row.Latest is null ? None : Money(row.Total).Text,
                row.Latest is null ? None : Money(row.Free).Text);
        }

        return table;
    }

    public static ViewTable Orders(EngineState state)
    {
        var count = 0;
        foreach (var row in state.Instruments)
        {
            count += row.Orders.Count;
        }

        var table = new ViewTable(
            new Column(count == 0 ? "No open orders" : string.Create(null, $"{count:N0} open orders"), IsText: true),
            new Column("Instrument", Leaves: 1, IsText: true), new Column("Quantity"), new Column("Filled", Leaves: 4),
            new Column("Price", Leaves: 2), new Column("State", Leaves: 3, IsText: true));
        foreach (var row in state.Instruments)
        {
            for (var at = 0; at < row.Orders.Count; at++)
            {
                var order = row.Orders[at];
                table.Row(
                    $"{Side(order.Side)} {(order.Kind == OrderKind.Market ? "market" : "limit")}",
                    row.Instrument.Name,
                    Number(order.Quantity),
                    Number(order.Quantity - order.QuantityRemaining),
                    Number(order.Price),
                    StateOf(order));
            }
        }

        return count == 0 ? new ViewTable(new Column("No open orders", IsText: true)) : table;
    }

    public static ViewTable Fills(PaperFrame frame)
    {
        if (frame.Fills.Count == 0)
        {
            return new ViewTable(new Column(
                frame.FollowsFills ? "No fills yet" : "Too fast for fills to be followed", IsText: true));
        }

        var table = new ViewTable(
            new Column(frame.FollowsFills ? "Latest fills" : "Earlier fills", IsText: true),
            new Column("Instrument", Leaves: 1, IsText: true), new Column("Side", IsText: true), new Column("Quantity"),
            new Column("Price", Leaves: 2), new Column("Fees", Leaves: 3));
        foreach (var fill in frame.Fills)
        {
            table.Row(
                fill.TimeExchange.ToDateTimeOffset().ToString("HH:mm:ss", null),
                frame.State.Catalog[fill.Instrument].Name,
                Side(fill.Side),
                Number(Math.Abs(fill.Quantity)),
                Number(fill.Price),
                Money(fill.Fees.Fees).Text);
        }

        return table;
    }

    /// <summary>What was earned, realised or not, in each asset in which profit is counted.</summary>
    public static ViewLine Profit(EngineState state)
    {
        var sums = new OrderedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var row in state.Instruments)
        {
            var asset = state.Catalog[row.Instrument.ProfitAsset].Asset.NameInternal;
            sums[asset] = sums.GetValueOrDefault(asset) + row.Positions.PnlRealised + row.PnlUnrealised;
        }

        var line = ViewLine.Of("PnL");
        foreach (var (asset, sum) in sums)
        {
            var cell = Money(sum, isGain: true);
            line.Add(" ").Add(cell.Text, cell.Style).Add($" {asset}");
        }

        return line;
    }

    private static string Number(decimal? value) => value is { } number ? DecimalText.Format(number) : None;

    /// <summary>Two digits after the point, or six where it is less than one.</summary>
    private static Cell Money(decimal amount, bool isGain = false)
    {
        var text = amount.ToString(Math.Abs(amount) is > 0 and < 1 ? "0.00####" : "N2", null);
        return new Cell(text, (isGain, Math.Sign(amount)) switch
        {
            (true, < 0) => Bad,
            (true, > 0) => Good,
            _ => null,
        });
    }

    private static Cell Health(LinkHealth health) => health == LinkHealth.Healthy
        ? new Cell("healthy", Good)
        : new Cell("reconnecting", Bad);

    private static string Side(Side side) => side == Model.Side.Buy ? "buy" : "sell";

    private static string StateOf(Order order) => order.State switch
    {
        ActiveOrderState.OpenInFlight => "sent",
        ActiveOrderState.Open => "open",
        ActiveOrderState.CancelInFlight => "cancelling",
        _ => "unknown",
    };
}
