namespace Barter.Journal.Snapshots;

/// <summary>A value that holds nothing but itself.</summary>
internal sealed class ScalarSlot<T>(Action<ByteSink, T> write, Func<ByteSource, T> read)
    : Slot(typeof(T).Name, lengthMin: 1)
    where T : struct
{
    public override bool IsLeaf => true;

    public override void Write(object? value, ImageWriter to) => write(to.To, (T)value!);

    public override object? Read(ImageReader from) => read(from.From);
}
