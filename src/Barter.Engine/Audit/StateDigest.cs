using System.Security.Cryptography;
using System.Text;
using Barter.Engine.Positions;
using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>A hash of the content of an engine's state in a fixed order: equal digests mean equal states.</summary>
public static class StateDigest
{
    /// <summary>SHA-256 of what <see cref="Describe(EngineState)"/> gives, in lower-case hexadecimal.</summary>
    public static string Of(EngineState state) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Describe(state))));

    /// <summary>The state as text, a line a fact; for finding out where two states differ.</summary>
    public static string Describe(EngineState state)
    {
        var text = new StringBuilder();
        Line(text, $"time {state.Time} trading {state.Trading} links {state.Connectivity.Global}");
        for (var i = 0; i < state.Catalog.Exchanges.Count; i++)
        {
            var exchange = new ExchangeIndex(i);
            var doubt = state.IsReconciledAt(exchange) ? "" : ", not reconciled";
            Line(text, $"exchange {state.Catalog.Exchanges[i].ToWire()} {state.Connectivity[exchange]}{doubt}");
        }

        foreach (var asset in state.Assets)
        {
            Line(text, $"asset {state.Catalog[asset.Asset]} {asset.Latest?.Balance.ToString() ?? "none"} "
                + $"{asset.Latest?.TimeExchange.ToString() ?? "never"}");
        }

        foreach (var row in state.Instruments)
        {
            Describe(row, text);
        }

        return text.ToString();
    }

    private static void Describe(InstrumentState row, StringBuilder text)
    {
        var positions = row.Positions;
        Line(text, $"instrument {row.Instrument} bid {row.Market.BestBid} ask {row.Market.BestAsk} "
            + $"last {Number(row.Market.LastPrice)} price {Number(row.Price)}");
        Line(text, $"earned {Number(positions.PnlRealised)} open {Number(row.PnlUnrealised)} "
            + $"fees {Number(positions.Fees)}");
        if (positions.Current is { } position)
        {
            Describe(position, text);
        }

        for (var i = 0; i < row.Orders.Count; i++)
        {
            Line(text, $"order {ModelJson.Orders.ToJson(row.Orders[i])}");
        }
    }

    private static void Describe(Position position, StringBuilder text) => Line(text, $"position {position} "
        + $"max {Number(position.QuantityAbsMax)} realised {Number(position.PnlRealised)} "
        + $"unrealised {Number(position.PnlUnrealised)} fees {Number(position.FeesEnter)} {Number(position.FeesExit)} "
        + $"from {position.TimeEnter} to {position.TimeUpdate} trades {string.Join(',', position.Trades)}");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Number(decimal? value) => value is { } number ? DecimalText.Format(number) : "none";
}
