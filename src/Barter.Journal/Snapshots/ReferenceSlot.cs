namespace Barter.Journal.Snapshots;

/// <summary>A reference: the number of an object, or 0 for none.</summary>
internal sealed class ReferenceSlot(Type type) : Slot($"->{type}", lengthMin: 1)
{
    public override void Write(object? value, ImageWriter to) =>
        to.To.PutUnsigned((ulong)(value is null ? 0 : to.NumberOf(value)));

    public override object? Read(ImageReader from) => from.Object(type);
}
