namespace Barter.MarketData.Recorded;

/// <summary>The checksum of zip archives: CRC-32 with the reflected polynomial EDB88320.</summary>
internal sealed class Crc32
{
    private const uint Polynomial = 0xEDB8_8320;
    private const int Lanes = 8;

    private static readonly uint[] Tables = BuildTables();

    private uint _state = uint.MaxValue;

    public uint Value => ~_state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var tables = Tables.AsSpan();
        var state = _state;
        for (; bytes.Length >= Lanes; bytes = bytes[Lanes..])
        {
            var low = state ^ BitConverter.ToUInt32(bytes);
            var high = BitConverter.ToUInt32(bytes[4..]);
            state = tables[(7 * 256) + (int)(low & 255)] ^ tables[(6 * 256) + (int)((low >> 8) & 255)]
                ^ tables[(5 * 256) + (int)((low >> 16) & 255)] ^ tables[(4 * 256) + (int)(low >> 24)]
                ^ tables[(3 * 256) + (int)(high & 255)] ^ tables[(2 * 256) + (int)((high >> 8) & 255)]
                ^ tables[256 + (int)((high >> 16) & 255)] ^ tables[(int)(high >> 24)];
        }

        foreach (var next in bytes)
        {
            state = (state >> 8) ^ tables[(int)((state ^ next) & 255)];
        }

        _state = state;
    }

    // Table n moves a byte on by n more bytes, so that eight are taken in one step
    private static uint[] BuildTables()
    {
        var tables = new uint[Lanes * 256];
        for (var value = 0u; value < 256; value++)
        {
            var row = value;
            for (var bit = 0; bit < 8; bit++)
            {
                row = (row >> 1) ^ ((row & 1) == 0 ? 0 : Polynomial);
            }

            tables[value] = row;
        }

        for (var at = 256; at < tables.Length; at++)
        {
            var before = tables[at - 256];
            tables[at] = (before >> 8) ^ tables[(int)(before & 255)];
        }

        return tables;
    }
}
