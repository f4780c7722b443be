using System.Text.Json;
using Barter.Execution.Exchanges.Served;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Cli.Serving;

/// <summary>All that an exchange knows of the account, for whoever checks what others believe of it.</summary>
/// <param name="Reports">The number of the last report.</param>
/// <param name="Resends">How often an order came that had come before.</param>
/// <param name="Orders">All that ever came, as they are, by arrival.</param>
/// <param name="Fills">All that ever were, in order.</param>
/// <param name="Account">The account as it is.</param>
internal sealed record ServedBook(
    long Reports, long Resends, ValueList<Order> Orders, ValueList<Fill> Fills, AccountSnapshot Account)
{
    /// <summary>
    /// <c>{"time":"..","reports":1,"resends":0,"orders":[..],"fills":[..],"account":{..}}</c>
    /// </summary>
    public static byte[] Write(SimulatedAccount account, Timestamp now) => ExchangeWire.Bytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("time", now.ToString());
        writer.WriteNumber("reports", account.Last);
        writer.WriteNumber("resends", account.Resends);
        writer.WriteStartArray("orders");
        foreach (var order in account.Orders)
        {
            ModelJson.Orders.Write(writer, order);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("fills");
        foreach (var fill in account.FillsAfter(0))
        {
            ModelJson.Fills.Write(writer, fill);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("account");
        ModelJson.AccountSnapshots.Write(writer, account.Exchange.Snapshot(now));
        writer.WriteEndObject();
    });

    public static ServedBook Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ServedBook(
            root.GetProperty("reports").GetInt64(),
            root.GetProperty("resends").GetInt64(),
            All(root.GetProperty("orders"), ModelJson.Orders),
            All(root.GetProperty("fills"), ModelJson.Fills),
            ModelJson.AccountSnapshots.Parse(root.GetProperty("account").GetRawText()));
    }

    private static ValueList<T> All<T>(JsonElement list, JsonShape<T> shape) =>
        list.EnumerateArray().Select(row => shape.Parse(row.GetRawText())).ToValueList();
}
