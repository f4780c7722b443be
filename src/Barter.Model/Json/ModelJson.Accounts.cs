using System.Diagnostics;
using System.Text.Json;

namespace Barter.Model;

public static partial class ModelJson
{
    /// <summary><c>{"exchange":0,"kind":{"Trade":{..}}}</c></summary>
    public static JsonShape<AccountEvent> AccountEvents { get; } = new(Write, ReadAccountEvent);

    /// <summary><c>{"exchange":0,"balances":[..],"instruments":[{"instrument":0,"orders":[..]}]}</c></summary>
    public static JsonShape<AccountSnapshot> AccountSnapshots { get; } = new(Write, ReadAccountSnapshot);

    /// <summary><c>{"asset":0,"balance":{"total":"5","free":"4"},"time_exchange":..}</c></summary>
    public static JsonShape<AssetBalance> AssetBalances { get; } = new(Write, ReadAssetBalance);

    /// <summary><c>{"id":..,"order_id":..,"instrument":0,..,"fees":{"asset":null,"fees":"0"}}</c></summary>
    public static JsonShape<Fill> Fills { get; } = new(Write, ReadFill);

    /// <summary><c>{"instrument":0,"side":"Buy","price_entry_average":..,..,"trades":[..]}</c></summary>
    public static JsonShape<PositionExited> PositionsExited { get; } = new(Write, ReadPositionExited);

    private static void Write(Utf8JsonWriter writer, AccountEvent told)
    {
        writer.WriteStartObject();
        writer.WriteNumber("exchange", told.Exchange.Value);
        writer.WritePropertyName("kind");
        switch (told)
        {
            case AccountEvent.Snapshot snapshot:
                WriteTagged(writer, "Snapshot", snapshot.Account, Write);
                break;
            case AccountEvent.BalanceSnapshot snapshot:
                WriteTagged(writer, "BalanceSnapshot", snapshot.Balance, Write);
                break;
            case AccountEvent.OrderSnapshot snapshot:
                WriteTagged(writer, "OrderSnapshot", snapshot.Order, Write);
                break;
            case AccountEvent.OrderCancelled cancelled:
                WriteTagged(writer, "OrderCancelled", cancelled.Response, Write);
                break;
            case AccountEvent.Filled filled:
                WriteTagged(writer, "Trade", filled.Fill, Write);
                break;
            default:
                throw new UnreachableException($"no JSON for {told}");
        }

        writer.WriteEndObject();
    }

    private static AccountEvent ReadAccountEvent(JsonValue at)
    {
        var exchange = at.Get("exchange", ReadExchangeIndex);
        return at.Get("kind", kind => kind.Union<AccountEvent>(
        [
            new("Snapshot", payload => new AccountEvent.Snapshot(ReadSnapshotOf(exchange, payload))),
            new("BalanceSnapshot", payload => new AccountEvent.BalanceSnapshot(exchange, ReadAssetBalance(payload))),
            new("OrderSnapshot", payload => new AccountEvent.OrderSnapshot(exchange, ReadOrder(payload))),
            new("OrderCancelled", payload => new AccountEvent.OrderCancelled(exchange, ReadCancelResponse(payload))),
            new("Trade", payload => new AccountEvent.Filled(exchange, ReadFill(payload))),
        ]));
    }

    private static AccountSnapshot ReadSnapshotOf(ExchangeIndex exchange, JsonValue at)
    {
        var snapshot = ReadAccountSnapshot(at);
        return snapshot.Exchange == exchange
            ? snapshot
            : throw at.Refused($"the snapshot is of {snapshot.Exchange}, the event of {exchange}");
    }

    private static void Write(Utf8JsonWriter writer, AccountSnapshot snapshot)
    {
        writer.WriteStartObject();
        writer.WriteNumber("exchange", snapshot.Exchange.Value);
        WriteList(writer, "balances", snapshot.Balances, Write);
        WriteList(writer, "instruments", snapshot.Instruments, Write);
        writer.WriteEndObject();
    }

    private static AccountSnapshot ReadAccountSnapshot(JsonValue at) => new(
        at.Get("exchange", ReadExchangeIndex),
        at.Get("balances", ListOf(ReadAssetBalance)),
        at.Get("instruments", ListOf(ReadInstrumentSnapshot)));

    private static void Write(Utf8JsonWriter writer, InstrumentAccountSnapshot snapshot)
    {
        writer.WriteStartObject();
        writer.WriteNumber("instrument", snapshot.Instrument.Value);
        WriteList(writer, "orders", snapshot.Orders, Write);
        writer.WriteEndObject();
    }

    private static InstrumentAccountSnapshot ReadInstrumentSnapshot(JsonValue at) => new(
        at.Get("instrument", ReadInstrumentIndex),
        at.GetIfAny("orders", ListOf(ReadOrder)) ?? []);

    private static void Write(Utf8JsonWriter writer, AssetBalance balance)
    {
        writer.WriteStartObject();
        writer.WriteNumber("asset", balance.Asset.Value);
        writer.WriteStartObject("balance");
        WriteDecimal(writer, "total", balance.Balance.Total);
        WriteDecimal(writer, "free", balance.Balance.Free);
        writer.WriteEndObject();
        WriteTime(writer, "time_exchange", balance.TimeExchange);
        writer.WriteEndObject();
    }

    private static AssetBalance ReadAssetBalance(JsonValue at) => new(
        at.Get("asset", ReadAssetIndex),
        at.Get("balance", ReadBalance),
        at.Get("time_exchange", JsonValue.Time));

    private static Balance ReadBalance(JsonValue at) => new(
        at.Get("total", JsonValue.Decimal),
        at.Get("free", JsonValue.Decimal));

    private static void Write(Utf8JsonWriter writer, Fill fill)
    {
        writer.WriteStartObject();
        writer.WriteString("id", fill.Id.Value);
        writer.WriteString("order_id", fill.OrderId.Value);
        writer.WriteNumber("instrument", fill.Instrument.Value);
        writer.WriteString("strategy", fill.Strategy.Value);
        WriteTime(writer, "time_exchange", fill.TimeExchange);
        WriteKey(writer, "side", fill.Side, WriteSide);
        WriteDecimal(writer, "price", fill.Price);
        WriteDecimal(writer, "quantity", fill.Quantity);
        WriteKey(writer, "fees", fill.Fees, Write);
        writer.WriteEndObject();
    }

    private static Fill ReadFill(JsonValue at) => new(
        at.Get("id", ReadTradeId),
        at.Get("order_id", ReadOrderId),
        at.Get("instrument", ReadInstrumentIndex),
        at.Get("strategy", ReadStrategyId),
        at.Get("time_exchange", JsonValue.Time),
        at.Get("side", ReadSide),
        at.Get("price", JsonValue.Decimal),
        at.Get("quantity", JsonValue.Decimal),
        at.Get("fees", ReadFees));

    private static void Write(Utf8JsonWriter writer, AssetFees fees)
    {
        writer.WriteStartObject();
        if (fees.Asset is { } asset)
        {
            writer.WriteNumber("asset", asset.Value);
        }
        else
        {
            writer.WriteNull("asset");
        }

        WriteDecimal(writer, "fees", fees.Fees);
        writer.WriteEndObject();
    }

    private static AssetFees ReadFees(JsonValue at) => new(
        at.GetValueIfAny("asset", ReadAssetIndex),
        at.Get("fees", JsonValue.Decimal));

    private static void Write(Utf8JsonWriter writer, PositionExited position)
    {
        writer.WriteStartObject();
        writer.WriteNumber("instrument", position.Instrument.Value);
        WriteKey(writer, "side", position.Side, WriteSide);
        WriteDecimal(writer, "price_entry_average", position.PriceEntryAverage);
        WriteDecimal(writer, "quantity_abs_max", position.QuantityAbsMax);
        WriteDecimal(writer, "pnl_realised", position.PnlRealised);
        WriteDecimal(writer, "fees_enter", position.FeesEnter);
        WriteDecimal(writer, "fees_exit", position.FeesExit);
        WriteTime(writer, "time_enter", position.TimeEnter);
        WriteTime(writer, "time_exit", position.TimeExit);
        WriteList(writer, "trades", position.Trades, (inner, id) => inner.WriteStringValue(id.Value));
        writer.WriteEndObject();
    }

    private static PositionExited ReadPositionExited(JsonValue at) => new(
        at.Get("instrument", ReadInstrumentIndex),
        at.Get("side", ReadSide),
        at.Get("price_entry_average", JsonValue.Decimal),
        at.Get("quantity_abs_max", JsonValue.Decimal),
        at.Get("pnl_realised", JsonValue.Decimal),
        at.Get("fees_enter", JsonValue.Decimal),
        at.Get("fees_exit", JsonValue.Decimal),
        at.Get("time_enter", JsonValue.Time),
        at.Get("time_exit", JsonValue.Time),
        at.Get("trades", ListOf(ReadTradeId)));
}
