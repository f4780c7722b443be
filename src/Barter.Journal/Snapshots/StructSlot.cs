using System.Runtime.CompilerServices;

namespace Barter.Journal.Snapshots;

/// <summary>A struct, field by field.</summary>
internal sealed class StructSlot(Type type, FieldSlots fields)
    : Slot($"{type}{{{fields.Layout}}}", Math.Max(1, fields.LengthMin))
{
    public override void Write(object? value, ImageWriter to)
    {
        // Something has to stand there, or any number of them would fit into nothing
        if (fields.IsEmpty)
        {
            to.To.Put(0);
        }

        fields.Write(value!, to);
    }

    public override object? Read(ImageReader from)
    {
        var value = RuntimeHelpers.GetUninitializedObject(type);
        Fill(value, from);
        return value;
    }

    public void Fill(object boxed, ImageReader from)
    {
        if (fields.IsEmpty)
        {
            from.From.Byte();
        }

        fields.Fill(boxed, from);
    }
}
