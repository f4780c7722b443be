using System.Globalization;

namespace Barter.Model;

/// <summary>What kind of contract an instrument is.</summary>
public abstract record InstrumentKind
{
    private InstrumentKind()
    {
    }

    /// <summary>Units of the underlying in one contract; 1 for spot.</summary>
    public virtual decimal ContractSize => 1m;

    /// <summary>The asset in which profit is paid; none for spot, which exchanges base for quote.</summary>
    public virtual Asset? SettlementAsset => null;

    /// <summary>What the internal name of an instrument ends with; empty for spot.</summary>
    public abstract string NameSuffix { get; }

    public sealed override string ToString() => NameSuffix.Length == 0 ? "spot" : NameSuffix[1..];

    private static string Date(Timestamp expiry) =>
        expiry.ToDateTimeOffset().ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public sealed record Spot : InstrumentKind
    {
        public override string NameSuffix => "";
    }

    public sealed record Perpetual(decimal Size, Asset Settlement) : InstrumentKind
    {
        public override decimal ContractSize => Size;

        public override Asset SettlementAsset => Settlement;

        public override string NameSuffix => "-perpetual";
    }

    public sealed record Future(decimal Size, Asset Settlement, Timestamp Expiry) : InstrumentKind
    {
        public override decimal ContractSize => Size;

        public override Asset SettlementAsset => Settlement;

        public override string NameSuffix => $"-future-{Date(Expiry)}";
    }

    public sealed record Option(
        decimal Size, Asset Settlement, OptionKind Kind, OptionExercise Exercise, Timestamp Expiry, decimal Strike)
        : InstrumentKind
    {
        public override decimal ContractSize => Size;

        public override Asset SettlementAsset => Settlement;

        public override string NameSuffix =>
            $"-option-{Date(Expiry)}-{DecimalText.Format(Strike)}-{Kind.ToString().ToLowerInvariant()}"
            + $"-{Exercise.ToString().ToLowerInvariant()}";
    }
}
