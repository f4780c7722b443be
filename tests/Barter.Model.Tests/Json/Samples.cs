namespace Barter.Model.Tests.Json;

/// <summary>One value at least of every case of every union, each with the JSON it must have.</summary>
internal static class Samples
{
    public const string KeyJson = """{"exchange":1,"instrument":3,"strategy":"trend","cid":"c-9"}""";

    public static readonly Timestamp Noon = Timestamp.Parse("2025-03-04T12:00:00Z");
    public static readonly Timestamp Later = Timestamp.Parse("2025-03-04T12:00:01.250Z");
    public static readonly OrderKey Key = new(new(1), new(3), new("trend"), new("c-9"));
    public static readonly ActiveOrderState.Open Open = new(new("o-1"), Noon, 0.250m);
    public static readonly Fill Fill = new(
        new("t-1"), new("o-1"), new(3), new("trend"), Later, Side.Sell, 99.50m, 0.1m, AssetFees.Quote(0.010m));

    public static IEnumerable<(OrderState State, string Json)> States =>
    [
        (new ActiveOrderState.OpenInFlight(), """{"Active":{"OpenInFlight":null}}"""),
        (Open, $$$"""{"Active":{"Open":{{{OpenJson}}}}}"""),
        (new ActiveOrderState.CancelInFlight(null), """{"Active":{"CancelInFlight":{"order":null}}}"""),
        (new ActiveOrderState.CancelInFlight(Open), $$$$"""{"Active":{"CancelInFlight":{"order":{{{{OpenJson}}}}}}}"""),
        (new ActiveOrderState.Unknown(null), """{"Active":{"Unknown":{"order":null}}}"""),
        (new ActiveOrderState.Unknown(Open), $$$$"""{"Active":{"Unknown":{"order":{{{{OpenJson}}}}}}}"""),
        (
            new InactiveOrderState.Cancelled(new("o-1"), Later),
            """{"Inactive":{"Cancelled":{"id":"o-1","time_exchange":"2025-03-04T12:00:01.250Z"}}}"""),
        (new InactiveOrderState.FullyFilled(), """{"Inactive":"FullyFilled"}"""),
        (new InactiveOrderState.Expired(), """{"Inactive":"Expired"}"""),
        .. Errors.Select(row => (
            (OrderState)new InactiveOrderState.OpenFailed(row.Error),
            $$$"""{"Inactive":{"OpenFailed":{{{row.Json}}}}}""")),
    ];

    public static IEnumerable<(OrderError Error, string Json)> Errors =>
    [
        (Unreachable(new ConnectivityError.Timeout()), """{"Connectivity":"Timeout"}"""),
        (
            Unreachable(new ConnectivityError.ExchangeOffline(ExchangeId.BinanceSpot)),
            """{"Connectivity":{"ExchangeOffline":"binance_spot"}}"""),
        (Unreachable(new ConnectivityError.Socket("reset")), """{"Connectivity":{"Socket":"reset"}}"""),
        (Rejected(new ApiError.AssetInvalid(new(4), "no btc")), """{"Rejected":{"AssetInvalid":[4,"no btc"]}}"""),
        (
            Rejected(new ApiError.InstrumentInvalid(new(3), "halted")),
            """{"Rejected":{"InstrumentInvalid":[3,"halted"]}}"""),
        (Rejected(new ApiError.RateLimit()), """{"Rejected":"RateLimit"}"""),
        (
            Rejected(new ApiError.BalanceInsufficient(new(0), "needs 5")),
            """{"Rejected":{"BalanceInsufficient":[0,"needs 5"]}}"""),
        (Rejected(new ApiError.OrderRejected("says \"no\"")), """{"Rejected":{"OrderRejected":"says \"no\""}}"""),
        (Rejected(new ApiError.OrderAlreadyCancelled()), """{"Rejected":"OrderAlreadyCancelled"}"""),
        (Rejected(new ApiError.OrderAlreadyFullyFilled()), """{"Rejected":"OrderAlreadyFullyFilled"}"""),
    ];

    public static IEnumerable<(OrderRequestOpen Request, string Json)> OpenRequests =>
    [
        (
            OrderRequestOpen.Limit(Key, Side.Buy, 9.50m, 3m, TimeInForce.GoodUntilCancelled(postOnly: true)),
            State("Buy", "\"9.5\"", "Limit", """{"GoodUntilCancelled":{"post_only":true}}""")),
        (
            OrderRequestOpen.Limit(Key, Side.Sell, 9.5m, 3m),
            State("Sell", "\"9.5\"", "Limit", """{"GoodUntilCancelled":{"post_only":false}}""")),
        (
            OrderRequestOpen.Limit(Key, Side.Sell, 9.5m, 3m, TimeInForce.GoodUntilEndOfDay),
            State("Sell", "\"9.5\"", "Limit", "\"GoodUntilEndOfDay\"")),
        (
            OrderRequestOpen.Limit(Key, Side.Sell, 9.5m, 3m, TimeInForce.FillOrKill),
            State("Sell", "\"9.5\"", "Limit", "\"FillOrKill\"")),
        (OrderRequestOpen.Market(Key, Side.Buy, 3m), State("Buy", "null", "Market", "\"ImmediateOrCancel\"")),
    ];

    public static IEnumerable<(OrderRequestCancel Request, string Json)> CancelRequests =>
    [
        (new(Key), $$$"""{"key":{{{KeyJson}}},"state":{"id":null}}"""),
        (new(Key, new OrderId("o-1")), $$$"""{"key":{{{KeyJson}}},"state":{"id":"o-1"}}"""),
    ];

    public static IEnumerable<(InstrumentFilter Filter, string Json)> Filters =>
    [
        (InstrumentFilter.All, "\"None\""),
        (new InstrumentFilter.Exchanges([new(0)]), """{"Exchanges":{"One":0}}"""),
        (new InstrumentFilter.Exchanges([new(0), new(2)]), """{"Exchanges":{"Many":[0,2]}}"""),
        (new InstrumentFilter.Instruments([new(5)]), """{"Instruments":{"One":5}}"""),
        (new InstrumentFilter.Instruments([new(5), new(4)]), """{"Instruments":{"Many":[5,4]}}"""),
        (
            new InstrumentFilter.Underlyings([new(new(0), new(3))]),
            """{"Underlyings":{"One":{"base":0,"quote":3}}}"""),
    ];

    public static IEnumerable<(Command Command, string Json)> Commands =>
    [
        .. Filters.Select(row => (
            (Command)new Command.CancelOrders(row.Filter), $$$"""{"CancelOrders":{{{row.Json}}}}""")),
        (new Command.ClosePositions(InstrumentFilter.All), """{"ClosePositions":"None"}"""),
        .. OpenRequests.Select(row => (
            (Command)new Command.SendOpenRequests([row.Request]),
            $$$"""{"SendOpenRequests":{"One":{{{row.Json}}}}}""")),
        (
            new Command.SendCancelRequests(CancelRequests.Select(row => row.Request).ToValueList()),
            $$$"""{"SendCancelRequests":{"Many":[{{{string.Join(',', CancelRequests.Select(row => row.Json))}}}]}}"""),
    ];

    public static IEnumerable<(AccountEvent Event, string Json)> AccountEvents =>
    [
        .. States.Select(row => (
            (AccountEvent)new AccountEvent.OrderSnapshot(new(1), OrderIn(row.State)),
            $$$"""{"exchange":1,"kind":{"OrderSnapshot":{{{OrderJson(row.Json)}}}}}""")),
        (
            new AccountEvent.BalanceSnapshot(new(1), Balance),
            $$$"""{"exchange":1,"kind":{"BalanceSnapshot":{{{BalanceJson}}}}}"""),
        (
            new AccountEvent.Snapshot(new(new(1), [Balance], [new(new(3), [OrderIn(Open)]), new(new(4), [])])),
            $$$"""{"exchange":1,"kind":{"Snapshot":{"exchange":1,"balances":[{{{BalanceJson}}}],"instruments":["""
            + $$$"""{"instrument":3,"orders":[{{{OrderJson(Active("Open", OpenJson))}}}]},"""
            + """{"instrument":4,"orders":[]}]}}}"""),
        (
            new AccountEvent.OrderCancelled(new(1), new(Key, new InactiveOrderState.Cancelled(new("o-1"), Noon))),
            $$$"""{"exchange":1,"kind":{"OrderCancelled":{"key":{{{KeyJson}}},"state":"""
            + """{"Ok":{"id":"o-1","time_exchange":"2025-03-04T12:00:00Z"}}}}}"""),
        (
            new AccountEvent.OrderCancelled(new(1), new(Key, Rejected(new ApiError.RateLimit()))),
            $$$"""{"exchange":1,"kind":{"OrderCancelled":{"key":{{{KeyJson}}},"state":"""
            + """{"Err":{"Rejected":"RateLimit"}}}}}"""),
        (
            new AccountEvent.Filled(new(1), Fill),
            $$$"""{"exchange":1,"kind":{"Trade":{{{FillJson("null", "0.01")}}}}}"""),
        (
            new AccountEvent.Filled(new(1), Fill with { Fees = new(new AssetIndex(2), -0.5m) }),
            $$$"""{"exchange":1,"kind":{"Trade":{{{FillJson("2", "-0.5")}}}}}"""),
    ];

    public static IEnumerable<(EngineEvent Event, string Json)> EngineEvents =>
    [
        (new EngineEvent.Shutdown(), """{"Shutdown":null}"""),
        (new EngineEvent.TradingStateUpdate(TradingState.Enabled), """{"TradingStateUpdate":"Enabled"}"""),
        (new EngineEvent.TradingStateUpdate(TradingState.Disabled), """{"TradingStateUpdate":"Disabled"}"""),
        (new EngineEvent.AccountReconnecting(ExchangeId.Okx), """{"Account":{"Reconnecting":"okx"}}"""),
        (new EngineEvent.SessionRestarted(), """{"SessionRestarted":null}"""),
        (new EngineEvent.Reconciled(ExchangeId.Okx), """{"Reconciled":"okx"}"""),
        (
            new EngineEvent.TimerElapsed(Later, "re-quote"),
            """{"TimerElapsed":{"time":"2025-03-04T12:00:01.250Z","name":"re-quote"}}"""),
        .. Commands.Select(row => (
            (EngineEvent)new EngineEvent.Commanded(row.Command), $$$"""{"Command":{{{row.Json}}}}""")),
        .. AccountEvents.Select(row => (
            (EngineEvent)new EngineEvent.Account(row.Event), $$$"""{"Account":{"Item":{{{row.Json}}}}}""")),
        .. MarketSamples.Events.Select(row => (
            (EngineEvent)new EngineEvent.Market(row.Event), $$$"""{"Market":{{{row.Json}}}}""")),
    ];

    private static string Active(string tag, string payload) => $$$"""{"Active":{"{{{tag}}}":{{{payload}}}}}""";

    private static string OpenJson =>
        """{"id":"o-1","time_exchange":"2025-03-04T12:00:00Z","filled_quantity":"0.25"}""";

    private static string BalanceJson =>
        """{"asset":7,"balance":{"total":"125.5","free":"100"},"time_exchange":"2025-03-04T12:00:00Z"}""";

    private static AssetBalance Balance => new(new(7), new(125.5m, 100.0m), Noon);

    private static Order OrderIn(OrderState state) =>
        OrderRequestOpen.Limit(Key, Side.Buy, 105.25m, 0.75m).ToOrder() with { State = state };

    private static string OrderJson(string state) =>
        $$$"""{"key":{{{KeyJson}}}"""
        + ""","side":"Buy","price":"105.25","quantity":"0.75","kind":"Limit","time_in_force":"""
        + $$$"""{"GoodUntilCancelled":{"post_only":false}},"state":{{{state}}}}""";

    private static string State(string side, string price, string kind, string timeInForce) =>
        $$$"""{"key":{{{KeyJson}}},"state":{"side":"{{{side}}}","price":{{{price}}}"""
        + $$$""","quantity":"3","kind":"{{{kind}}}","time_in_force":{{{timeInForce}}}}}""";

    private static string FillJson(string asset, string fees) =>
        """{"id":"t-1","order_id":"o-1","instrument":3,"strategy":"trend","""
        + "\"time_exchange\":\"2025-03-04T12:00:01.250Z\",\"side\":\"Sell\","
        + "\"price\":\"99.5\",\"quantity\":\"0.1\",\"fees\":"
        + $$$"""{"asset":{{{asset}}},"fees":"{{{fees}}}"}}""";

    private static OrderError.Connectivity Unreachable(ConnectivityError error) => new(error);

    private static OrderError.Rejected Rejected(ApiError error) => new(error);
}
