using Barter.Model;

namespace Barter.Configuration;

/// <summary>JSON to the definition of an instrument.</summary>
internal static class InstrumentReader
{
    public static Instrument Read(ConfigNode at)
    {
        var exchange = at.Get("exchange").Exchange();
        var name = at.Get("name_exchange").NonBlank();
        var underlying = at.Get("underlying");
        var pair = new Underlying<Asset>(ReadAsset(underlying.Get("base")), ReadAsset(underlying.Get("quote")));
        var quote = ReadQuote(at.Get("quote"));
        var kind = ReadKind(at.Get("kind"));
        var spec = at.Find("spec");
        return Instrument.Define(exchange, name, pair, quote, kind, spec is null ? null : ReadSpec(spec));
    }

    private static Asset ReadAsset(ConfigNode at) => Asset.FromExchangeName(at.NonBlank());

    private static QuoteKind ReadQuote(ConfigNode at) => at.Text() switch
    {
        "underlying_quote" or "UnderlyingQuote" => QuoteKind.UnderlyingQuote,
        "underlying_base" or "UnderlyingBase" => QuoteKind.UnderlyingBase,
        var other => throw at.Refused($"unknown quote kind '{other}'; expected underlying_quote or underlying_base"),
    };

    private static InstrumentKind ReadKind(ConfigNode at)
    {
        var (name, contract) = at.IsText ? (at.Text(), null) : at.Only() ?? throw at.Unexpected("an instrument kind");
        return (name, contract) switch
        {
            ("spot", _) => new InstrumentKind.Spot(),
            ("perpetual", { } of) => new InstrumentKind.Perpetual(ReadSize(of), ReadSettlement(of)),
            ("future", { } of) => new InstrumentKind.Future(ReadSize(of), ReadSettlement(of), ReadExpiry(of)),
            ("option", { } of) => new InstrumentKind.Option(
                ReadSize(of),
                ReadSettlement(of),
                ReadOptionKind(of.Get("kind")),
                ReadExercise(of.Get("exercise")),
                ReadExpiry(of),
                Positive(of.Get("strike"), "strike")),
            ("perpetual" or "future" or "option", null) => throw at.Refused(
                $"the kind {name} needs its contract, such as {{\"{name}\":{{\"contract_size\":\"1\",..}}}}"),
            _ => throw at.Refused(
                $"unknown instrument kind '{name}'; expected spot, perpetual, future or option"),
        };
    }

    private static decimal ReadSize(ConfigNode at) => Positive(at.Get("contract_size"), "contract_size");

    private static decimal Positive(ConfigNode at, string key) => at.Decimal() is > 0m and var value
        ? value
        : throw at.Refused($"{key} must be positive");

    private static Asset ReadSettlement(ConfigNode at) => ReadAsset(at.Get("settlement_asset"));

    private static Timestamp ReadExpiry(ConfigNode at)
    {
        var expiry = at.Get("expiry");
        return expiry.Make(() => Timestamp.FromUnixMillis(expiry.Integer()));
    }

    private static OptionKind ReadOptionKind(ConfigNode at) => at.Text() switch
    {
        "call" or "Call" or "CALL" => OptionKind.Call,
        "put" or "Put" or "PUT" => OptionKind.Put,
        _ => throw at.Unexpected("call or put"),
    };

    private static OptionExercise ReadExercise(ConfigNode at) => at.Text() switch
    {
        "american" or "American" or "AMERICAN" => OptionExercise.American,
        "bermudan" or "Bermudan" or "BERMUDAN" => OptionExercise.Bermudan,
        "european" or "European" or "EUROPEAN" => OptionExercise.European,
        _ => throw at.Unexpected("american, bermudan or european"),
    };

    private static InstrumentSpec ReadSpec(ConfigNode at)
    {
        var (price, quantity, notional) = (at.Get("price"), at.Get("quantity"), at.Get("notional"));
        var (priceMin, tick) = (price.Get("min").Decimal(), price.Get("tick_size").Decimal());
        var (quantityMin, increment) = (quantity.Get("min").Decimal(), quantity.Get("increment").Decimal());
        var unit = ReadUnit(quantity.Get("unit"));
        var notionalMin = notional.Get("min").Decimal();
        return new InstrumentSpec(
            price.Make(() => new InstrumentSpec.PriceRule(priceMin, tick)),
            quantity.Make(() => new InstrumentSpec.QuantityRule(unit, quantityMin, increment)),
            notional.Make(() => new InstrumentSpec.NotionalRule(notionalMin)));
    }

    private static OrderQuantityUnit ReadUnit(ConfigNode at) => at.IsText
        ? at.Text() switch
        {
            "Contract" => new OrderQuantityUnit.Contract(),
            "Quote" => new OrderQuantityUnit.Quote(),
            var other => throw at.Refused($"unknown unit '{other}'; expected Contract, Quote or {{\"Asset\":name}}"),
        }
        : new OrderQuantityUnit.OfAsset(ReadAsset(at.Get("Asset")));
}
