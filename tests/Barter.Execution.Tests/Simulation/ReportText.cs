using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

/// <summary>Reports as the short lines that the tests compare.</summary>
internal static class ReportText
{
    public static string Of(AccountEvent report, InstrumentCatalog catalog) => report switch
    {
        AccountEvent.BalanceSnapshot { Balance: var row } => $"{catalog[row.Asset].Asset} {Of(row.Balance)}",
        AccountEvent.OrderSnapshot { Order: var order } => Of(order.State),
        AccountEvent.OrderCancelled { Response: { Cancelled: { } cancelled } } => $"cancel of {cancelled.Id} done",
        AccountEvent.OrderCancelled { Response: var response } => $"cancel refused: {response.Error}",
        AccountEvent.Filled { Fill: var fill } =>
            $"fill {fill.Id} of {fill.OrderId}: {fill.Side} {Text(fill.Quantity)} @ {Text(fill.Price)} "
            + $"fee {Text(fill.Fees.Fees)}",
        _ => report.ToString(),
    };

    public static string Of(Balance balance) => $"{Text(balance.Total)}/{Text(balance.Free)}";

    public static string Of(OrderState state) => state switch
    {
        ActiveOrderState.Open open => $"{open.Id} open {Text(open.FilledQuantity)}",
        InactiveOrderState.Cancelled cancelled => $"{cancelled.Id} cancelled",
        InactiveOrderState.FullyFilled => "filled",
        InactiveOrderState.Expired => "expired",
        InactiveOrderState.OpenFailed failed => failed.Error.ToString()!,
        _ => state.ToString(),
    };

    private static string Text(decimal value) => DecimalText.Format(value);
}
