using Barter.Model;

namespace Barter.Configuration;

/// <summary>JSON to <see cref="SystemConfig"/>, in the flat layout or with all but the return under "system".</summary>
internal static class SystemConfigReader
{
    public static SystemConfig Read(string json, string file)
    {
        var root = ConfigNode.Parse(json, file);
        var system = root.Find("system") ?? root;
        var instruments = system.Get("instruments").Items().Select(InstrumentReader.Read).ToValueList();
        var executions = system.Get("executions").Items().Select(ReadExecution).ToValueList();
        var risk = ReadRisk(system.Find("risk") ?? root.Find("risk"));
        if (SystemConfigRules.FirstProblem(instruments, executions, risk.Listed) is { } problem)
        {
            throw system.Below(problem.Path).Refused(problem.Text);
        }

        var riskFreeReturn = root.Find("risk_free_return") ?? system.Find("risk_free_return");
        return new SystemConfig(instruments, executions, risk.Sorted, riskFreeReturn?.Decimal());
    }

    private static ExecutionConfig ReadExecution(ConfigNode at)
    {
        var exchange = at.Get("mocked_exchange").Exchange();
        var latency = ReadLatency(at.Get("latency_ms"));
        var (maker, taker) = ReadFees(at);
        var account = at.Find("initial_state");
        if (account?.Find("exchange") is { } other && other.Exchange() != exchange)
        {
            throw other.Refused($"the execution is of {exchange.ToWire()}");
        }

        var balances = account?.Find("balances")?.Items().Select(ReadBalance).ToValueList();
        var orders = account?.Find("instruments")?.Items().SelectMany(ReadOrders).ToValueList();
        return at.Make(() => new SimulatedExecutionConfig(exchange, latency, maker, taker, balances, orders));
    }

    private static TimeSpan ReadLatency(ConfigNode at)
    {
        var millis = at.Decimal();
        return millis >= 0m
            ? at.Make(() => new TimeSpan(checked((long)(millis * TimeSpan.TicksPerMillisecond))))
            : throw at.Refused($"latency_ms must be 0 or more, received {DecimalText.Format(millis)}");
    }

    private static (decimal Maker, decimal Taker) ReadFees(ConfigNode at)
    {
        var (maker, taker) = (at.Find("maker_fees_percent"), at.Find("taker_fees_percent"));
        var both = maker is null || taker is null ? NonNegative(at.Get("fees_percent"), "fees_percent") : 0m;
        return (
            maker?.Decimal() ?? both,
            taker is null ? both : NonNegative(taker, "taker_fees_percent"));
    }

    private static decimal NonNegative(ConfigNode at, string key) => at.Decimal() is >= 0m and var value
        ? value
        : throw at.Refused($"{key} must be a non-negative finite value");

    private static StartingBalance ReadBalance(ConfigNode at)
    {
        var amount = at.Get("balance");
        var (total, free) = (amount.Get("total").Decimal(), amount.Get("free").Decimal());
        return new StartingBalance(
            at.Get("asset").NonBlank(), amount.Make(() => new Balance(total, free)), at.Find("time_exchange")?.Time());
    }

    private static IEnumerable<StartingOrder> ReadOrders(ConfigNode at)
    {
        var instrument = at.Get("instrument").NonBlank();
        return at.Find("orders")?.Items().Select(order => ReadOrder(order, instrument)) ?? [];
    }

    private static StartingOrder ReadOrder(ConfigNode at, string instrument)
    {
        var (key, state) = (at.Get("key"), at.Get("state"));
        if (at.Get("kind") is var kind && kind.Text() is not "Limit")
        {
            throw kind.Refused("only limit orders can rest at the start");
        }

        var open = state.Find("Active")?.Find("Open") ?? throw state.Refused("expected {\"Active\":{\"Open\":{..}}}");
        var (strategy, cid, id) = (key.Get("strategy"), key.Get("cid"), open.Get("id"));
        return new StartingOrder(
            instrument,
            new StrategyId(strategy.NonBlank()),
            new ClientOrderId(cid.NonBlank()),
            ReadSide(at.Get("side")),
            at.Get("price").Decimal(),
            at.Get("quantity").Decimal(),
            ReadTimeInForce(at.Get("time_in_force")),
            new ActiveOrderState.Open(
                new OrderId(id.NonBlank()), open.Get("time_exchange").Time(), open.Get("filled_quantity").Decimal()));
    }

    private static Side ReadSide(ConfigNode at) => Sides.TryParse(at.Text(), out var side)
        ? side
        : throw at.Unexpected("'Buy' or 'Sell'");

    private static TimeInForce ReadTimeInForce(ConfigNode at) => at.IsText
        ? at.Text() switch
        {
            "GoodUntilEndOfDay" => TimeInForce.GoodUntilEndOfDay,
            "FillOrKill" => TimeInForce.FillOrKill,
            "ImmediateOrCancel" => TimeInForce.ImmediateOrCancel,
            _ => throw at.Unexpected("GoodUntilCancelled, GoodUntilEndOfDay, FillOrKill or ImmediateOrCancel"),
        }
        : TimeInForce.GoodUntilCancelled(at.Get("GoodUntilCancelled").Get("post_only").Boolean());

    // Rules are checked in the order of the file, so that their paths lead back to it; the result is sorted
    private static (RiskConfiguration Listed, RiskConfiguration Sorted) ReadRisk(ConfigNode? at)
    {
        var global = at?.Find("global");
        var listed = new RiskConfiguration(
            global is null ? null : ReadLimits(global),
            at?.Find("instruments")?.Items().Select(ReadInstrumentLimits).ToValueList() ?? []);
        return (listed, listed with { Instruments = listed.Instruments.OrderBy(row => row.ConfigIndex).ToValueList() });
    }

    private static InstrumentRiskLimits ReadInstrumentLimits(ConfigNode at)
    {
        var index = at.Get("index");
        return new InstrumentRiskLimits(index.Make(() => checked((int)index.Integer())), ReadLimits(at.Get("limits")));
    }

    private static RiskLimits ReadLimits(ConfigNode at)
    {
        decimal? Limit(string key, Func<decimal, RiskLimits> alone)
        {
            if (at.Find(key) is not { } found)
            {
                return null;
            }

            var value = found.Decimal();
            found.Make(() => alone(value));
            return value;
        }

        return new RiskLimits(
            Limit("max_position_notional", value => new RiskLimits(maxPositionNotional: value)),
            Limit("max_position_quantity", value => new RiskLimits(maxPositionQuantity: value)),
            Limit("max_leverage", value => new RiskLimits(maxLeverage: value)),
            Limit("max_exposure_percent", value => new RiskLimits(maxExposureFraction: value)));
    }
}
