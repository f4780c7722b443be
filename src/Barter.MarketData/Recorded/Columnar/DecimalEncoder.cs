using System.Runtime.InteropServices;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Packs decimals so that each comes back with its very digits.</summary>
internal sealed class DecimalEncoder
{
    private readonly List<decimal> _values = [];
    private readonly IntegerEncoder _mantissas = new();
    private readonly IntegerEncoder _scales = new();
    private long[] _work = [];

    public void Add(decimal value) => _values.Add(value);

    public void Clear() => _values.Clear();

    public void WriteTo(ByteSink sink)
    {
        if (_values.Count > 0 && !TryWriteScaled(sink))
        {
            WriteBits(sink);
        }
    }

    private bool TryWriteScaled(ByteSink sink)
    {
        if (_work.Length < _values.Count)
        {
            _work = new long[Math.Max(_values.Count, ColumnarLayout.BlockEvents)];
        }

        var mantissas = _work.AsSpan(0, _values.Count);
        if (!TryMantissas(mantissas, out var least, out var most)
            || (least != most && !TryScale(mantissas, most)))
        {
            return false;
        }

        var zeros = TakeZeros(mantissas);
        sink.WriteByte((byte)(least == most ? DecimalForm.OneScale : DecimalForm.ManyScales));
        sink.WriteByte((byte)most);
        sink.WriteByte((byte)zeros);
        if (least != most)
        {
            WriteScales(sink);
        }

        _mantissas.Clear();
        _mantissas.Add(mantissas);
        _mantissas.WriteTo(sink);
        return true;
    }

    private void WriteScales(ByteSink sink)
    {
        _scales.Clear();
        foreach (var value in _values)
        {
            _scales.Add(value.Scale);
        }

        _scales.WriteTo(sink);
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

    private bool TryMantissas(Span<long> mantissas, out int least, out int most)
    {
        (least, most) = (DecimalCoding.ScaleMax, 0);
        Span<int> bits = stackalloc int[DecimalCoding.Words];
        var values = CollectionsMarshal.AsSpan(_values);
        for (var i = 0; i < values.Length; i++)
        {
            decimal.GetBits(values[i], bits);
            var mantissa = unchecked((uint)bits[0] | ((long)bits[1] << 32));
            var isNegative = bits[3] < 0;
            if (bits[2] != 0 || mantissa < 0 || (isNegative && mantissa == 0))
            {
                return false;
            }

            mantissas[i] = isNegative ? -mantissa : mantissa;
            var scale = values[i].Scale;
            (least, most) = (Math.Min(least, scale), Math.Max(most, scale));
        }

        return true;
    }

    /// <summary>Brings mantissas to one scale; false where one becomes too large.</summary>
    private bool TryScale(Span<long> mantissas, int scale)
    {
        for (var i = 0; i < mantissas.Length; i++)
        {
            var power = scale - _values[i].Scale;
            if (power > DecimalCoding.PowerMax
                || Math.Abs(mantissas[i]) > long.MaxValue / DecimalCoding.Power(power))
            {
                return false;
            }

            mantissas[i] *= DecimalCoding.Power(power);
        }

        return true;
    }

    /// <summary>Takes away the zeros that all mantissas end with.</summary>
    private static int TakeZeros(Span<long> mantissas)
    {
        var zeros = DecimalCoding.PowerMax;
        foreach (var mantissa in mantissas)
        {
            while (zeros > 0 && mantissa % DecimalCoding.Power(zeros) != 0)
            {
                zeros--;
            }
        }

        if (zeros > 0)
        {
            var power = DecimalCoding.Power(zeros);
            foreach (ref var mantissa in mantissas)
            {
                mantissa /= power;
            }
        }

        return zeros;
    }
}
