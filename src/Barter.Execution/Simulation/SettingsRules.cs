using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>What the settings of a simulated exchange have to satisfy before there is one.</summary>
internal static class SettingsRules
{
    public static void Demand(ExchangeIndex exchange, InstrumentCatalog catalog, SimulatedExchangeSettings settings)
    {
        var name = catalog[exchange];
        foreach (var instrument in catalog.Instruments.Where(row => row.Exchange == exchange))
        {
            DemandSpot(instrument, name);
        }

        var problem = WrongFees("maker", settings.MakerFeesPercent)
            ?? WrongFees("taker", settings.TakerFeesPercent)
            ?? settings.Balances.Select(row => WrongBalance(row, catalog, name)).FirstOrDefault(IsThere)
            ?? settings.OpenOrders.Select(row => WrongOrder(row, exchange, catalog)).FirstOrDefault(IsThere)
            ?? settings.EndedOrders.Select(WrongEnd).FirstOrDefault(IsThere)
            ?? Twice("balance of", settings.Balances.Select(row => row.Asset))
            ?? Twice("open order", settings.OpenOrders.Select(row => row.Key.ClientOrderId))
            ?? Twice("open order", settings.OpenOrders.Select(row => ((ActiveOrderState.Open)row.State).Id));
        if (problem is not null)
        {
            throw new ArgumentException($"simulated exchange {name}: {problem}", nameof(settings));
        }
    }

    private static bool IsThere(string? problem) => problem is not null;

    private static void DemandSpot(IndexedInstrument instrument, ExchangeId name)
    {
        if (!instrument.IsSpot)
        {
            throw new NotSupportedException(
                $"simulated exchange {name} settles spot only, and {instrument.Name} is {instrument.Definition.Kind}; "
                + "leave it out, or simulate another exchange");
        }

        var isOfBase = instrument.Definition.Spec?.Quantity.Unit switch
        {
            OrderQuantityUnit.Quote => false,
            OrderQuantityUnit.OfAsset unit => unit.Asset == instrument.Definition.Underlying.Base,
            _ => true,
        };
        if (!isOfBase)
        {
            throw new NotSupportedException(
                $"simulated exchange {name} counts quantities in the base asset, and those of {instrument.Name} are "
                + "counted in another unit; give its spec the base asset as unit");
        }
    }

    private static string? WrongFees(string whose, decimal percent) => percent is < -100m or > 100m
        ? $"{whose} fees must be from -100 to 100 per cent (0.05 is 0.05 %): {DecimalText.Format(percent)}"
        : null;

    private static string? WrongBalance(AssetBalance row, InstrumentCatalog catalog, ExchangeId name)
    {
        if (!catalog.Contains(row.Asset) || catalog[row.Asset].Exchange != name)
        {
            return $"balance of {row.Asset}: it is no asset of the exchange";
        }

        var total = row.Balance.Total;
        return total > Amounts.BalanceMax || !Amounts.IsOnGrid(total)
            ? string.Create(
                null,
                $"balance of {catalog[row.Asset]} must be at most {Amounts.BalanceMax}, with at most "
                + $"{Amounts.Decimals} decimals: {DecimalText.Format(total)}")
            : null;
    }

    private static string? WrongOrder(Order order, ExchangeIndex exchange, InstrumentCatalog catalog)
    {
        var problem = order switch
        {
            _ when order.Key.Exchange != exchange || !catalog.Contains(order.Key.Instrument)
                || catalog[order.Key.Instrument].Exchange != exchange => "is of another exchange",
            { State: not ActiveOrderState.Open } => "is not in state open",
            { Kind: not OrderKind.Limit } or { Price: null or <= 0m or > Amounts.OrderMax } => "has no limit price",
            { TimeInForce.Kind: TimeInForce.Kinds.ImmediateOrCancel or TimeInForce.Kinds.FillOrKill } => "cannot rest",
            { Quantity: > Amounts.OrderMax } => "has too large a quantity",
            { State: ActiveOrderState.Open open } when open.FilledQuantity < 0m || order.Quantity <= open.FilledQuantity
                || !Amounts.IsOnGrid(order.Quantity) || !Amounts.IsOnGrid(open.FilledQuantity) =>
                "has nothing left to fill, or too fine a quantity",
            _ => null,
        };
        return problem is null ? null : $"open order {order.Key} {problem}";
    }

    private static string? WrongEnd(Order order) => order.State is InactiveOrderState.Cancelled
        ? null
        : $"ended order {order.Key} is not in state cancelled";

    private static string? Twice<T>(string what, IEnumerable<T> names)
        where T : notnull
    {
        var seen = new HashSet<T>();
        foreach (var name in names)
        {
            if (!seen.Add(name))
            {
                return $"{what} {name} is there twice";
            }
        }

        return null;
    }
}
