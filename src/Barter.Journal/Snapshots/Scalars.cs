using System.Collections.Frozen;

namespace Barter.Journal.Snapshots;

/// <summary>All types whose values hold nothing but themselves.</summary>
internal static class Scalars
{
    public static readonly FrozenDictionary<Type, Slot> All = new Dictionary<Type, Slot>
    {
        [typeof(bool)] = Of<bool>((to, value) => to.Put(value ? (byte)1 : (byte)0), from => from.Flag()),
        [typeof(byte)] = Of<byte>((to, value) => to.Put(value), from => from.Byte()),
        [typeof(sbyte)] = Of<sbyte>(
            (to, value) => to.Put(unchecked((byte)value)), from => unchecked((sbyte)from.Byte())),
        [typeof(char)] = Of<char>((to, value) => to.PutUnsigned(value), from => (char)Unsigned(from, char.MaxValue)),
        [typeof(short)] = Of<short>(
            (to, value) => to.PutSigned(value), from => (short)Signed(from, short.MinValue, short.MaxValue)),
        [typeof(ushort)] = Of<ushort>(
            (to, value) => to.PutUnsigned(value), from => (ushort)Unsigned(from, ushort.MaxValue)),
        [typeof(int)] = Of<int>(
            (to, value) => to.PutSigned(value), from => (int)Signed(from, int.MinValue, int.MaxValue)),
        [typeof(uint)] = Of<uint>((to, value) => to.PutUnsigned(value), from => (uint)Unsigned(from, uint.MaxValue)),
        [typeof(long)] = Of<long>((to, value) => to.PutSigned(value), from => from.Signed()),
        [typeof(ulong)] = Of<ulong>((to, value) => to.PutUnsigned(value), from => from.Unsigned()),
        [typeof(float)] = Of<float>(
            (to, value) => to.PutUnsigned(BitConverter.SingleToUInt32Bits(value)),
            from => BitConverter.UInt32BitsToSingle((uint)Unsigned(from, uint.MaxValue))),
        [typeof(double)] = Of<double>((to, value) => to.Put(value), from => from.Double()),
        [typeof(decimal)] = Of<decimal>((to, value) => to.Put(value), from => from.Decimal()),
        [typeof(Int128)] = Of<Int128>(
            (to, value) => PutWide(to, unchecked((UInt128)value)), from => unchecked((Int128)Wide(from))),
        [typeof(UInt128)] = Of<UInt128>(PutWide, Wide),
        [typeof(Guid)] = Of<Guid>(
            (to, value) => to.Put(value.ToByteArray()), from => new Guid(from.Take(16))),
        [typeof(TimeSpan)] = Of<TimeSpan>(
            (to, value) => to.PutSigned(value.Ticks), from => new TimeSpan(from.Signed())),
        [typeof(DateTime)] = Of<DateTime>(
            (to, value) =>
            {
                to.PutSigned(value.Ticks);
                to.Put((byte)value.Kind);
            },
            from => new DateTime(
                Signed(from, 0, DateTime.MaxValue.Ticks), (DateTimeKind)from.Below(3, "kind of time"))),
        [typeof(DateTimeOffset)] = Of<DateTimeOffset>(
            (to, value) =>
            {
                to.PutSigned(value.UtcTicks);
                to.PutSigned(value.TotalOffsetMinutes);
            },
            ReadOffset),
        [typeof(DateOnly)] = Of<DateOnly>(
            (to, value) => to.PutSigned(value.DayNumber),
            from => DateOnly.FromDayNumber((int)Signed(from, 0, DateOnly.MaxValue.DayNumber))),
        [typeof(TimeOnly)] = Of<TimeOnly>(
            (to, value) => to.PutSigned(value.Ticks),
            from => new TimeOnly(Signed(from, 0, TimeOnly.MaxValue.Ticks))),
    }.ToFrozenDictionary();

    private static ScalarSlot<T> Of<T>(Action<ByteSink, T> write, Func<ByteSource, T> read)
        where T : struct => new(write, read);

    private static ulong Unsigned(ByteSource from, ulong most)
    {
        var value = from.Unsigned();
        return value <= most ? value : throw from.Damage($"{value} is above {most}");
    }

    private static long Signed(ByteSource from, long least, long most)
    {
        var value = from.Signed();
        return value >= least && value <= most
            ? value
            : throw from.Damage($"{value} is not from {least} to {most}");
    }

    private static void PutWide(ByteSink to, UInt128 value)
    {
        to.PutUnsigned(unchecked((ulong)value));
        to.PutUnsigned(unchecked((ulong)(value >> 64)));
    }

    private static UInt128 Wide(ByteSource from)
    {
        var low = from.Unsigned();
        return new UInt128(from.Unsigned(), low);
    }

    private static DateTimeOffset ReadOffset(ByteSource from)
    {
        var ticks = Signed(from, 0, DateTime.MaxValue.Ticks);
        var offset = TimeSpan.FromMinutes(Signed(from, -14 * 60, 14 * 60));
        try
        {
            return new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(offset);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw from.Damage("no calendar has this time");
        }
    }
}
