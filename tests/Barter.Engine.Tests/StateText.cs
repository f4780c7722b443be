using System.Globalization;
using System.Text;
using Barter.Model;

namespace Barter.Engine.Tests;

/// <summary>Everything that can be read of a state, as text, to compare states with.</summary>
internal static class StateText
{
    public static string Of(EngineState state)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{state.Time} {state.Trading} {state.Connectivity.Global}");
        for (var i = 0; i < state.Catalog.Exchanges.Count; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{state.Connectivity[new ExchangeIndex(i)]}");
        }

        foreach (var asset in state.Assets)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{asset.Asset} {asset.Latest}");
        }

        foreach (var row in state.Instruments)
        {
            Append(text, row);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, InstrumentState row)
    {
        var market = row.Market;
        text.AppendLine(CultureInfo.InvariantCulture, $"{row.Index} {market.TimeBook} {market.TimeLast}");
        text.AppendLine(
            CultureInfo.InvariantCulture, $"  {market.BestBid} {market.BestAsk} {market.LastPrice} {market.Price}");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"  {row.Positions.PnlRealised} {row.PnlUnrealised} {row.Positions.Fees}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {row.Orders.Count} {row.Orders.HasUnknown}");
        if (row.Position is { } position)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {position} max {position.QuantityAbsMax} real {position.PnlRealised} mark {position.Mark}");
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {position.FeesEnter} {position.FeesExit} {position.TimeEnter} {position.TimeUpdate}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  {string.Join(",", position.Trades)}");
        }

        for (var i = 0; i < row.Orders.Count; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {row.Orders[i]}");
        }
    }
}
