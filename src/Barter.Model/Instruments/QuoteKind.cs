namespace Barter.Model;

/// <summary>In which asset an instrument's profit is counted.</summary>
public enum QuoteKind
{
    /// <summary>Linear: price times quantity is an amount of the quote asset.</summary>
    UnderlyingQuote,

    /// <summary>Inverse: profit is an amount of the base asset.</summary>
    UnderlyingBase,
}
