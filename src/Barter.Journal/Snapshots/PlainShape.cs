using System.Runtime.CompilerServices;

namespace Barter.Journal.Snapshots;

/// <summary>An object, field by field.</summary>
internal sealed class PlainShape(Type type, FieldSlots fields) : Shape(type, fields.Layout)
{
    public override object Make(ImageReader from)
    {
        from.Claim(1, fields.LengthMin);
        return RuntimeHelpers.GetUninitializedObject(Type);
    }

    public override void Write(object value, ImageWriter to) => fields.Write(value, to);

    public override void Fill(object made, ImageReader from) => fields.Fill(made, from);
}
