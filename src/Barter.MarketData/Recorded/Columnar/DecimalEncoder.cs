namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Packs decimals so that each comes back with its very digits.</summary>
internal sealed class DecimalEncoder
{
    private readonly List<decimal> _values = [];
    private readonly IntegerEncoder _mantissas = new();
    private readonly IntegerEncoder _scales = new();

    public void Add(decimal value) => _values.Add(value);

    public void Clear() => _values.Clear();

    public void WriteTo(ByteSink sink)
    {
        if (_values.Count == 0)
        {
            return;
        }

        if (!TryWriteScaled(sink))
        {
            WriteBits(sink);
        }
    }

    private bool TryWriteScaled(ByteSink sink)
    {
        _mantissas.Clear();
        _scales.Clear();
        var (least, most) = (DecimalCoding.ScaleMax, 0);
        foreach (var value in _values)
        {
            (least, most) = (Math.Min(least, value.Scale), Math.Max(most, value.Scale));
        }

        var zeros = DecimalCoding.PowerMax;
        foreach (var value in _values)
        {
            if (!TryScale(value, most, out var mantissa))
            {
                return false;
            }

            zeros = Math.Min(zeros, Zeros(mantissa, zeros));
        }

        foreach (var value in _values)
        {
            TryScale(value, most, out var mantissa);
            _mantissas.Add(mantissa / DecimalCoding.Power(zeros));
            _scales.Add(value.Scale);
        }

        sink.WriteByte((byte)(least == most ? DecimalForm.OneScale : DecimalForm.ManyScales));
        sink.WriteByte((byte)most);
        sink.WriteByte((byte)zeros);
        if (least != most)
        {
            _scales.WriteTo(sink);
        }

        _mantissas.WriteTo(sink);
        return true;
    }

    /// <summary>What is rare: more than 63 bits, or a zero that is negative.</summary>
    private void WriteBits(ByteSink sink)
    {
        sink.WriteByte((byte)DecimalForm.Bits);
        Span<int> bits = stackalloc int[DecimalCoding.Words];
        for (var word = 0; word < DecimalCoding.Words; word++)
        {
            _mantissas.Clear();
            foreach (var value in _values)
            {
                decimal.GetBits(value, bits);
                _mantissas.Add(bits[word]);
            }

            _mantissas.WriteTo(sink);
        }
    }

    private static bool TryScale(decimal value, int scale, out long mantissa)
    {
        Span<int> bits = stackalloc int[DecimalCoding.Words];
        decimal.GetBits(value, bits);
        mantissa = unchecked((uint)bits[0] | ((long)bits[1] << 32));
        var power = scale - value.Scale;
        var isNegative = bits[3] < 0;
        if (bits[2] != 0 || mantissa < 0 || (isNegative && mantissa == 0) || power > DecimalCoding.PowerMax
            || mantissa > long.MaxValue / DecimalCoding.Power(power))
        {
            return false;
        }

        mantissa *= DecimalCoding.Power(power) * (isNegative ? -1 : 1);
        return true;
    }

    private static int Zeros(long mantissa, int most)
    {
        var zeros = 0;
        while (zeros < most && mantissa % DecimalCoding.Power(zeros + 1) == 0)
        {
            zeros++;
        }

        return zeros;
    }
}
