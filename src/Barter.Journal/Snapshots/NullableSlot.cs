namespace Barter.Journal.Snapshots;

/// <summary>A value that may be left out.</summary>
internal sealed class NullableSlot(Slot inner) : Slot($"{inner.Layout}?", lengthMin: 1)
{
    public override bool IsLeaf => inner.IsLeaf;

    public override void Write(object? value, ImageWriter to)
    {
        to.To.Put(value is null ? (byte)0 : (byte)1);
        if (value is not null)
        {
            inner.Write(value, to);
        }
    }

    public override object? Read(ImageReader from) => from.From.Flag() ? inner.Read(from) : null;
}
