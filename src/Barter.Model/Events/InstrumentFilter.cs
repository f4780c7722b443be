namespace Barter.Model;

/// <summary>Chooses instruments.</summary>
public abstract record InstrumentFilter
{
    private InstrumentFilter()
    {
    }

    /// <summary>Chooses every instrument.</summary>
    public static InstrumentFilter All { get; } = new None();

    public abstract bool Matches(IndexedInstrument instrument);

    /// <summary>The choice by number: <c>InstrumentFilter(Exchanges=[0])</c>.</summary>
    public sealed override string ToString() => $"InstrumentFilter({Choice})";

    private protected abstract string Choice { get; }

    private static ValueList<T> Require<T>(ValueList<T> items, string name) => items.Count > 0
        ? items
        : throw new ArgumentException($"InstrumentFilter.{name} requires at least one entry", nameof(items));

    /// <summary>Does not filter: chooses every instrument.</summary>
    public sealed record None : InstrumentFilter
    {
        private protected override string Choice => nameof(None);

        public override bool Matches(IndexedInstrument instrument) => true;
    }

    public sealed record Exchanges : InstrumentFilter
    {
        /// <exception cref="ArgumentException">The set is empty.</exception>
        public Exchanges(ValueList<ExchangeIndex> items) => Items = Require(items, nameof(Exchanges));

        public ValueList<ExchangeIndex> Items { get; }

        private protected override string Choice =>
            $"{nameof(Exchanges)}=[{string.Join(", ", Items.Select(item => item.Value))}]";

        public override bool Matches(IndexedInstrument instrument) => Items.AsSpan().Contains(instrument.Exchange);
    }

    public sealed record Instruments : InstrumentFilter
    {
        /// <exception cref="ArgumentException">The set is empty.</exception>
        public Instruments(ValueList<InstrumentIndex> items) => Items = Require(items, nameof(Instruments));

        public ValueList<InstrumentIndex> Items { get; }

        private protected override string Choice =>
            $"{nameof(Instruments)}=[{string.Join(", ", Items.Select(item => item.Value))}]";

        public override bool Matches(IndexedInstrument instrument) => Items.AsSpan().Contains(instrument.Index);
    }

    /// <summary>Asset indexes belong to one exchange, so this chooses an exchange too.</summary>
    public sealed record Underlyings : InstrumentFilter
    {
        /// <exception cref="ArgumentException">The set is empty.</exception>
        public Underlyings(ValueList<Underlying<AssetIndex>> items) => Items = Require(items, nameof(Underlyings));

        public ValueList<Underlying<AssetIndex>> Items { get; }

        private protected override string Choice =>
            $"{nameof(Underlyings)}=[{string.Join(", ", Items.Select(Text))}]";

        private static string Text(Underlying<AssetIndex> item) => $"{item.Base.Value}/{item.Quote.Value}";

        public override bool Matches(IndexedInstrument instrument) => Items.AsSpan().Contains(instrument.Underlying);
    }
}
