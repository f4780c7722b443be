using System.Diagnostics;
using System.Text.Json;

namespace Barter.Model;

public static partial class ModelJson
{
    /// <summary><c>{"Shutdown":null}</c>, <c>{"Market":{"Item":{..}}}</c> and so on.</summary>
    public static JsonShape<EngineEvent> EngineEvents { get; } = new(Write, ReadEngineEvent);

    /// <summary><c>{"CancelOrders":"None"}</c>, <c>{"SendOpenRequests":{"One":{..}}}</c> and so on.</summary>
    public static JsonShape<Command> Commands { get; } = new(Write, ReadCommand);

    /// <summary><c>"None"</c>, <c>{"Instruments":{"Many":[0,2]}}</c> and so on.</summary>
    public static JsonShape<InstrumentFilter> InstrumentFilters { get; } = new(Write, ReadFilter);

    private static void Write(Utf8JsonWriter writer, EngineEvent told)
    {
        switch (told)
        {
            case EngineEvent.Shutdown:
                WriteTaggedNull(writer, "Shutdown");
                break;
            case EngineEvent.Commanded commanded:
                WriteTagged(writer, "Command", commanded.Command, Write);
                break;
            case EngineEvent.TradingStateUpdate update:
                WriteTagged(writer, "TradingStateUpdate", update.State, Write);
                break;
            case EngineEvent.Account account:
                WriteTagged(writer, "Account", account.Event, (inner, item) => WriteTagged(inner, "Item", item, Write));
                break;
            case EngineEvent.AccountReconnecting lost:
                WriteTagged(
                    writer, "Account", lost.Exchange,
                    (inner, id) => WriteTagged(inner, "Reconnecting", id, WriteExchange));
                break;
            case EngineEvent.Market market:
                WriteTagged(writer, "Market", market.Event, Write);
                break;
            case EngineEvent.SessionRestarted:
                WriteTaggedNull(writer, "SessionRestarted");
                break;
            case EngineEvent.Reconciled reconciled:
                WriteTagged(writer, "Reconciled", reconciled.Exchange, WriteExchange);
                break;
            case EngineEvent.TimerElapsed timer:
                WriteTagged(writer, "TimerElapsed", timer, Write);
                break;
            default:
                throw new UnreachableException($"no JSON for {told}");
        }
    }

    private static EngineEvent ReadEngineEvent(JsonValue at) => at.Union<EngineEvent>(
    [
        JsonCase<EngineEvent>.Unit("Shutdown", new EngineEvent.Shutdown()),
        new("Command", payload => new EngineEvent.Commanded(ReadCommand(payload))),
        new("TradingStateUpdate", payload => new EngineEvent.TradingStateUpdate(ReadTradingState(payload))),
        new("Account", payload => payload.Union<EngineEvent>(
        [
            new("Item", item => new EngineEvent.Account(ReadAccountEvent(item))),
            new("Reconnecting", exchange => new EngineEvent.AccountReconnecting(ReadExchange(exchange))),
        ])),
        new("Market", payload => new EngineEvent.Market(ReadMarketEvent(payload))),
        new("TimerElapsed", payload => new EngineEvent.TimerElapsed(
            payload.Get("time", JsonValue.Time), payload.Get("name", JsonValue.Text))),
        JsonCase<EngineEvent>.Unit("SessionRestarted", new EngineEvent.SessionRestarted()),
        new("Reconciled", payload => new EngineEvent.Reconciled(ReadExchange(payload))),
    ]);

    private static void Write(Utf8JsonWriter writer, TradingState state) =>
        writer.WriteStringValue(state == TradingState.Enabled ? "Enabled" : "Disabled");

    private static TradingState ReadTradingState(JsonValue at) => at.Union<TradingState>(
    [
        JsonCase<TradingState>.Unit("Enabled", TradingState.Enabled),
        JsonCase<TradingState>.Unit("Disabled", TradingState.Disabled),
    ]);

    private static void Write(Utf8JsonWriter writer, EngineEvent.TimerElapsed timer)
    {
        writer.WriteStartObject();
        WriteTime(writer, "time", timer.At);
        writer.WriteString("name", timer.Name);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Command command)
    {
        switch (command)
        {
            case Command.SendCancelRequests cancels:
                WriteTagged(
                    writer, "SendCancelRequests", cancels.Requests, (inner, all) => WriteOneOrMany(inner, all, Write));
                break;
            case Command.SendOpenRequests opens:
                WriteTagged(
                    writer, "SendOpenRequests", opens.Requests, (inner, all) => WriteOneOrMany(inner, all, Write));
                break;
            case Command.ClosePositions close:
                WriteTagged(writer, "ClosePositions", close.Filter, Write);
                break;
            case Command.CancelOrders cancel:
                WriteTagged(writer, "CancelOrders", cancel.Filter, Write);
                break;
            default:
                throw new UnreachableException($"no JSON for {command}");
        }
    }

    private static Command ReadCommand(JsonValue at) => at.Union<Command>(
    [
        new("SendCancelRequests", payload => new Command.SendCancelRequests(ReadOneOrMany(payload, ReadCancelRequest))),
        new("SendOpenRequests", payload => new Command.SendOpenRequests(ReadOneOrMany(payload, ReadOpenRequest))),
        new("ClosePositions", payload => new Command.ClosePositions(ReadFilter(payload))),
        new("CancelOrders", payload => new Command.CancelOrders(ReadFilter(payload))),
    ]);

    private static void Write(Utf8JsonWriter writer, InstrumentFilter filter)
    {
        switch (filter)
        {
            case InstrumentFilter.None:
                writer.WriteStringValue("None");
                break;
            case InstrumentFilter.Exchanges some:
                WriteTagged(writer, "Exchanges", some.Items, (inner, all) => WriteOneOrMany(inner, all, WriteIndex));
                break;
            case InstrumentFilter.Instruments some:
                WriteTagged(writer, "Instruments", some.Items, (inner, all) => WriteOneOrMany(inner, all, WriteIndex));
                break;
            case InstrumentFilter.Underlyings some:
                WriteTagged(
                    writer, "Underlyings", some.Items, (inner, all) => WriteOneOrMany(inner, all, WriteUnderlying));
                break;
            default:
                throw new UnreachableException($"no JSON for {filter}");
        }
    }

    private static InstrumentFilter ReadFilter(JsonValue at) => at.Union<InstrumentFilter>(
    [
        JsonCase<InstrumentFilter>.Unit("None", InstrumentFilter.All),
        new("Exchanges", payload => new InstrumentFilter.Exchanges(ReadOneOrMany(payload, ReadExchangeIndex))),
        new("Instruments", payload => new InstrumentFilter.Instruments(ReadOneOrMany(payload, ReadInstrumentIndex))),
        new("Underlyings", payload => new InstrumentFilter.Underlyings(
            ReadOneOrMany(payload, pair => ReadUnderlying(pair, ReadAssetIndex)))),
    ]);

    private static void WriteUnderlying(Utf8JsonWriter writer, Underlying<AssetIndex> underlying) =>
        WriteUnderlying(writer, underlying, WriteIndex);

    private static void WriteUnderlying<T>(
        Utf8JsonWriter writer, Underlying<T> underlying, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        WriteKey(writer, "base", underlying.Base, write);
        WriteKey(writer, "quote", underlying.Quote, write);
        writer.WriteEndObject();
    }

    private static Underlying<T> ReadUnderlying<T>(JsonValue at, Func<JsonValue, T> read) => new(
        at.Get("base", read),
        at.Get("quote", read));
}
