using System.Runtime.CompilerServices;

namespace Barter.Journal.Snapshots;

/// <summary>A value that stands where an object is asked for.</summary>
internal sealed class BoxShape(Type type, Slot slot) : Shape(type, slot.Layout)
{
    private readonly StructSlot? _fields = slot as StructSlot;

    public override void Describe(object value, ImageWriter to)
    {
        if (_fields is null)
        {
            slot.Write(value, to);
        }
    }

    public override object Make(ImageReader from)
    {
        if (_fields is null)
        {
            return slot.Read(from)!;
        }

        from.Claim(1, slot.LengthMin);
        return RuntimeHelpers.GetUninitializedObject(Type);
    }

    public override void Write(object value, ImageWriter to) => _fields?.Write(value, to);

    public override void Fill(object made, ImageReader from) => _fields?.Fill(made, from);
}
