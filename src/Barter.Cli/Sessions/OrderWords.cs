using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>Orders, fills and ends in words.</summary>
internal static class OrderWords
{
    public static string Of(OrderRequestOpen request, InstrumentCatalog catalog)
    {
        var what = $"{(request.Side == Side.Buy ? "buy" : "sell")} {DecimalText.Format(request.Quantity)} "
            + catalog[request.Key.Instrument].Name;
        var terms = request.TimeInForce.Name.Replace('_', ' ') + (request.TimeInForce.PostOnly ? ", post-only" : "");
        return request.Price is { } price
            ? $"{what} at {DecimalText.Format(price)}, {terms}"
            : $"{what} at the market";
    }

    public static string Of(Fill fill, InstrumentCatalog catalog)
    {
        var asset = fill.Fees.Asset is { } paid
            ? catalog[paid].Asset.NameInternal
            : catalog[catalog[fill.Instrument].ProfitAsset].Asset.NameInternal;
        return $"{DecimalText.Format(Math.Abs(fill.Quantity))} traded at {DecimalText.Format(fill.Price)}, "
            + $"fees {DecimalText.Format(fill.Fees.Fees)} {asset}, at {fill.TimeExchange} there";
    }

    public static string Of(InactiveOrderState state) => state switch
    {
        InactiveOrderState.FullyFilled => "filled",
        InactiveOrderState.Cancelled => "cancelled",
        InactiveOrderState.Expired => "expired",
        InactiveOrderState.OpenFailed { Error: var error } => $"refused by the exchange: {error}",
        _ => state.GetType().Name,
    };
}
