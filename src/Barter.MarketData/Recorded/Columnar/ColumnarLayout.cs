namespace Barter.MarketData.Recorded.Columnar;

/// <summary>What every file of columns has in common; <c>docs/data-format.md</c> describes all of it.</summary>
internal static class ColumnarLayout
{
    public const uint Version = 1;

    public const int HeaderBytes = 16;
    public const int TrailerBytes = 24;
    public const int BlockHeaderBytes = 12;

    /// <summary>Blocks and the footer begin at multiples of it.</summary>
    public const int Alignment = 8;

    /// <summary>The most events of a block.</summary>
    public const int BlockEvents = 4_096;

    /// <summary>The most levels of one side of the books of a block.</summary>
    public const int BlockLevels = 1 << 18;

    /// <summary>The most bytes of the trade ids of a block that are texts.</summary>
    public const int BlockTextBytes = 1 << 20;

    public static ReadOnlySpan<byte> HeaderMagic => "BARTERMD"u8;

    public static ReadOnlySpan<byte> TrailerMagic => "DMRETRAB"u8;
}
