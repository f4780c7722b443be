namespace Barter.Journal.Snapshots;

/// <summary>A value of an enum, as its number.</summary>
internal sealed class EnumSlot(Type type)
    : Slot($"{type.FullName}:{string.Join(',', Enum.GetNames(type))}", lengthMin: 1)
{
    private readonly bool _isUnsigned = Enum.GetUnderlyingType(type) == typeof(ulong);

    public override bool IsLeaf => true;

    public override void Write(object? value, ImageWriter to)
    {
        if (_isUnsigned)
        {
            to.To.PutUnsigned(Convert.ToUInt64(value, null));
        }
        else
        {
            to.To.PutSigned(Convert.ToInt64(value, null));
        }
    }

    public override object? Read(ImageReader from) => _isUnsigned
        ? Enum.ToObject(type, from.From.Unsigned())
        : Enum.ToObject(type, from.From.Signed());
}
