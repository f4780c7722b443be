using System.Runtime.CompilerServices;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>The decimals of a block; is used again for the next.</summary>
internal sealed class DecimalColumn
{
    private long[] _mantissas = [];
    private long[] _scales = [];
    private int[] _bits = [];
    private DecimalForm _form;
    private byte _scale;

    public decimal this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _form == DecimalForm.OneScale ? Of(_mantissas[index], _scale) : Rare(index);
    }

    /// <exception cref="MarketDataException">The bytes are no such column.</exception>
    public void Read(ref BlockReader reader, int count)
    {
        if (count == 0)
        {
            return;
        }

        if (_mantissas.Length < count)
        {
            _mantissas = new long[count];
        }

        _form = (DecimalForm)reader.ReadByte();
        switch (_form)
        {
            case DecimalForm.OneScale or DecimalForm.ManyScales:
                ReadScaled(ref reader, count);
                break;
            case DecimalForm.Bits:
                ReadBits(ref reader, count);
                break;
            default:
                throw reader.Bad($"a column of decimals has the unknown form {(byte)_form}");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static decimal Of(long mantissa, byte scale)
    {
        unchecked
        {
            var size = (ulong)(mantissa < 0 ? -mantissa : mantissa);
            return new decimal((int)size, (int)(size >> 32), 0, mantissa < 0, scale);
        }
    }

    private void ReadScaled(ref BlockReader reader, int count)
    {
        var scale = reader.ReadByte();
        var zeros = reader.ReadByte();
        if (scale > DecimalCoding.ScaleMax || zeros > DecimalCoding.PowerMax)
        {
            throw reader.Bad($"decimals cannot have {scale} places and {zeros} zeros");
        }

        _scale = scale;
        if (_form == DecimalForm.ManyScales)
        {
            ReadScales(ref reader, count);
        }

        var mantissas = _mantissas.AsSpan(0, count);
        IntegerCoding.Read(ref reader, mantissas);
        if (zeros > 0)
        {
            var power = DecimalCoding.Power(zeros);
            foreach (ref var mantissa in mantissas)
            {
                mantissa = unchecked(mantissa * power);
            }
        }

        if (_form == DecimalForm.ManyScales)
        {
            ShortenTo(_scales.AsSpan(0, count), mantissas);
        }
    }

    private void ReadScales(ref BlockReader reader, int count)
    {
        if (_scales.Length < count)
        {
            _scales = new long[count];
        }

        var scales = _scales.AsSpan(0, count);
        IntegerCoding.Read(ref reader, scales);
        foreach (var scale in scales)
        {
            if (scale < 0 || scale > _scale || _scale - scale > DecimalCoding.PowerMax)
            {
                throw reader.Bad($"a decimal cannot have {scale} places in a column of at most {_scale}");
            }
        }
    }

    private void ShortenTo(ReadOnlySpan<long> scales, Span<long> mantissas)
    {
        for (var i = 0; i < scales.Length; i++)
        {
            mantissas[i] /= DecimalCoding.Power((int)(_scale - scales[i]));
        }
    }

    private void ReadBits(ref BlockReader reader, int count)
    {
        if (_bits.Length < count * DecimalCoding.Words)
        {
            _bits = new int[count * DecimalCoding.Words];
        }

        var words = _mantissas.AsSpan(0, count);
        for (var word = 0; word < DecimalCoding.Words; word++)
        {
            IntegerCoding.Read(ref reader, words);
            for (var i = 0; i < count; i++)
            {
                _bits[(i * DecimalCoding.Words) + word] = unchecked((int)words[i]);
            }
        }

        for (var i = 0; i < count; i++)
        {
            var flags = unchecked((uint)_bits[(i * DecimalCoding.Words) + 3]);
            if ((flags & 0x7F00_FFFF) != 0 || (flags >> 16 & 0xFF) > DecimalCoding.ScaleMax)
            {
                throw reader.Bad($"no decimal has the flags {flags:X8}");
            }
        }
    }

    private decimal Rare(int index) => _form == DecimalForm.ManyScales
        ? Of(_mantissas[index], (byte)_scales[index])
        : new decimal(_bits.AsSpan(index * DecimalCoding.Words, DecimalCoding.Words));
}
