using Barter.Execution.Exchanges.Served;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Cli.Serving;

/// <summary>All that an exchange knows of the account, for whoever checks what others believe of it.</summary>
internal static class ServedBook
{
    /// <summary>
    /// <c>{"time":"..","reports":1,"resends":0,"orders":[..],"fills":[..],"account":{..}}</c>; the orders are all that
    /// ever came.
    /// </summary>
    public static byte[] Of(SimulatedAccount account, Timestamp now) => ExchangeWire.Bytes(writer =>
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
}
