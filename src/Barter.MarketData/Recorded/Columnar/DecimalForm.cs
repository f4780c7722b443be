namespace Barter.MarketData.Recorded.Columnar;

/// <summary>How a column of decimals is laid out.</summary>
internal enum DecimalForm : byte
{
    /// <summary>Mantissas of one scale.</summary>
    OneScale,

    /// <summary>Mantissas at the largest scale, and the scale that each is to have.</summary>
    ManyScales,

    /// <summary>The four words of each.</summary>
    Bits,
}
