namespace Barter.Journal.Snapshots;

/// <summary>A value that cannot be kept.</summary>
internal sealed class RefusedSlot(Type type, string reason) : Slot($"!{type}", lengthMin: 1)
{
    public override void Write(object? value, ImageWriter to) => throw to.Refuse(type, reason);

    public override object? Read(ImageReader from) =>
        throw from.From.Damage($"{type} cannot have been kept: {reason}");
}
