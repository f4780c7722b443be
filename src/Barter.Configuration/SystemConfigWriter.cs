using System.Diagnostics;
using Barter.Model;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Barter.Configuration;

/// <summary><see cref="SystemConfig"/> to JSON: flat, decimals as text, the same bytes every time.</summary>
internal static class SystemConfigWriter
{
    public static string Write(SystemConfig config, bool indented)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { Formatting = indented ? Formatting.Indented : Formatting.None };
        Root(config).WriteTo(writer);
        return indented ? text + "\n" : text.ToString();
    }

    private static JObject Root(SystemConfig config)
    {
        var root = new JObject
        {
            ["instruments"] = List(config.Instruments, OfInstrument),
            ["executions"] = List(config.Executions, OfExecution),
            ["risk"] = new JObject
            {
                ["global"] = config.Risk.Global is { } limits ? OfLimits(limits) : null,
                ["instruments"] = List(config.Risk.Instruments, row => new JObject
                {
                    ["index"] = row.ConfigIndex,
                    ["limits"] = OfLimits(row.Limits),
                }),
            },
        };
        if (config.RiskFreeReturn is { } riskFreeReturn)
        {
            root.AddFirst(new JProperty("risk_free_return", Number(riskFreeReturn)));
        }

        return root;
    }

    private static JObject OfInstrument(Instrument instrument) => new()
    {
        ["exchange"] = instrument.Exchange.ToWire(),
        ["name_exchange"] = instrument.NameExchange,
        ["underlying"] = new JObject
        {
            ["base"] = instrument.Underlying.Base.NameExchange,
            ["quote"] = instrument.Underlying.Quote.NameExchange,
        },
        ["quote"] = instrument.Quote == QuoteKind.UnderlyingBase ? "underlying_base" : "underlying_quote",
        ["kind"] = OfKind(instrument.Kind),
        ["spec"] = instrument.Spec is { } spec ? OfSpec(spec) : null,
    };

    private static JToken OfKind(InstrumentKind kind)
    {
        var contract = new JObject
        {
            ["contract_size"] = Number(kind.ContractSize),
            ["settlement_asset"] = kind.SettlementAsset?.NameExchange,
        };
        switch (kind)
        {
            case InstrumentKind.Spot:
                return "spot";
            case InstrumentKind.Perpetual:
                return new JObject { ["perpetual"] = contract };
            case InstrumentKind.Future future:
                contract["expiry"] = Millis(future.Expiry);
                return new JObject { ["future"] = contract };
            case InstrumentKind.Option option:
                contract["kind"] = option.Kind.ToString().ToLowerInvariant();
                contract["exercise"] = option.Exercise.ToString().ToLowerInvariant();
                contract["expiry"] = Millis(option.Expiry);
                contract["strike"] = Number(option.Strike);
                return new JObject { ["option"] = contract };
            default:
                throw new UnreachableException($"no JSON for {kind}");
        }
    }

    private static JObject OfSpec(InstrumentSpec spec) => new()
    {
        ["price"] = new JObject { ["min"] = Number(spec.Price.Min), ["tick_size"] = Number(spec.Price.TickSize) },
        ["quantity"] = new JObject
        {
            ["unit"] = spec.Quantity.Unit switch
            {
                OrderQuantityUnit.OfAsset unit => new JObject { ["Asset"] = unit.Asset.NameExchange },
                OrderQuantityUnit.Contract => "Contract",
                OrderQuantityUnit.Quote => (JToken)"Quote",
                _ => throw new UnreachableException($"no JSON for {spec.Quantity.Unit}"),
            },
            ["min"] = Number(spec.Quantity.Min),
            ["increment"] = Number(spec.Quantity.Increment),
        },
        ["notional"] = new JObject { ["min"] = Number(spec.Notional.Min) },
    };

    private static JObject OfExecution(ExecutionConfig execution)
    {
        if (execution is not SimulatedExecutionConfig simulated)
        {
            throw new UnreachableException($"no JSON for {execution}");
        }

        var json = new JObject
        {
            ["mocked_exchange"] = simulated.Exchange.ToWire(),
            ["latency_ms"] = simulated.Latency.Ticks % TimeSpan.TicksPerMillisecond == 0
                ? simulated.Latency.Ticks / TimeSpan.TicksPerMillisecond
                : (JToken)Number(simulated.Latency.Ticks / (decimal)TimeSpan.TicksPerMillisecond),
            ["fees_percent"] = Number(simulated.TakerFeesPercent),
        };
        if (simulated.MakerFeesPercent != simulated.TakerFeesPercent)
        {
            json["maker_fees_percent"] = Number(simulated.MakerFeesPercent);
        }

        json["initial_state"] = new JObject
        {
            ["exchange"] = simulated.Exchange.ToWire(),
            ["balances"] = List(simulated.Balances, OfBalance),
            ["instruments"] = List(simulated.Orders.GroupBy(order => order.Instrument, StringComparer.Ordinal), group =>
                new JObject
                {
                    ["instrument"] = group.Key,
                    ["orders"] = List(group, order => OfOrder(order, simulated.Exchange)),
                }),
        };
        return json;
    }

    private static JObject OfBalance(StartingBalance balance) => new()
    {
        ["asset"] = balance.Asset,
        ["balance"] = new JObject
        {
            ["total"] = Number(balance.Balance.Total),
            ["free"] = Number(balance.Balance.Free),
        },
        ["time_exchange"] = balance.TimeExchange?.ToString(),
    };

    private static JObject OfOrder(StartingOrder order, ExchangeId exchange) => new()
    {
        ["key"] = new JObject
        {
            ["exchange"] = exchange.ToWire(),
            ["instrument"] = order.Instrument,
            ["strategy"] = order.Strategy.Value,
            ["cid"] = order.ClientOrderId.Value,
        },
        ["side"] = order.Side.ToString(),
        ["price"] = Number(order.Price),
        ["quantity"] = Number(order.Quantity),
        ["kind"] = "Limit",
        ["time_in_force"] = order.TimeInForce.Kind == TimeInForce.Kinds.GoodUntilCancelled
            ? new JObject { ["GoodUntilCancelled"] = new JObject { ["post_only"] = order.TimeInForce.PostOnly } }
            : (JToken)order.TimeInForce.Kind.ToString(),
        ["state"] = new JObject
        {
            ["Active"] = new JObject
            {
                ["Open"] = new JObject
                {
                    ["id"] = order.State.Id.Value,
                    ["time_exchange"] = order.State.Time.ToString(),
                    ["filled_quantity"] = Number(order.State.FilledQuantity),
                },
            },
        },
    };

    private static JObject OfLimits(RiskLimits limits) => new()
    {
        ["max_position_notional"] = NumberOrNull(limits.MaxPositionNotional),
        ["max_position_quantity"] = NumberOrNull(limits.MaxPositionQuantity),
        ["max_leverage"] = NumberOrNull(limits.MaxLeverage),
        ["max_exposure_percent"] = NumberOrNull(limits.MaxExposureFraction),
    };

    private static JArray List<T>(IEnumerable<T> items, Func<T, JObject> of) => new(items.Select(of));

    private static string Number(decimal value) => DecimalText.Format(value);

    private static string? NumberOrNull(decimal? value) => value is { } some ? Number(some) : null;

    private static long Millis(Timestamp time) => time.UnixNanos / Timestamp.NanosPerMilli;
}
