using System.Diagnostics;
using System.Globalization;
using Barter.Model;

namespace Barter.MarketData.Subscriptions;

/// <summary>
/// What kind of contract market data is wanted of: an <see cref="InstrumentKind"/> without what only accounts need.
/// </summary>
public abstract record MarketDataInstrumentKind
{
    private MarketDataInstrumentKind()
    {
    }

    public static MarketDataInstrumentKind Of(InstrumentKind kind) => kind switch
    {
        InstrumentKind.Spot => new Spot(),
        InstrumentKind.Perpetual => new Perpetual(),
        InstrumentKind.Future future => new Future(future.Expiry),
        InstrumentKind.Option option => new Option(option.Kind, option.Exercise, option.Expiry, option.Strike),
        _ => throw new UnreachableException($"no market data kind for {kind}"),
    };

    public sealed record Spot : MarketDataInstrumentKind
    {
        public override string ToString() => "spot";
    }

    public sealed record Perpetual : MarketDataInstrumentKind
    {
        public override string ToString() => "perpetual";
    }

    public sealed record Future(Timestamp Expiry) : MarketDataInstrumentKind
    {
        public override string ToString() => $"future_{Date(Expiry)}";
    }

    public sealed record Option(OptionKind Kind, OptionExercise Exercise, Timestamp Expiry, decimal Strike)
        : MarketDataInstrumentKind
    {
        public override string ToString() =>
            $"option_{Kind}_{Exercise}".ToLowerInvariant() + $"_{Date(Expiry)}_{DecimalText.Format(Strike)}";
    }

    private static string Date(Timestamp expiry) =>
        expiry.ToDateTimeOffset().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "-UTC";
}
