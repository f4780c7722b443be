namespace Barter.Journal.Snapshots;

internal sealed class ArrayShape(Type element, Slot slot) : Shape(element.MakeArrayType(), slot.Layout)
{
    public override void Describe(object value, ImageWriter to) => to.To.PutUnsigned((ulong)((Array)value).Length);

    public override object Make(ImageReader from) =>
        Array.CreateInstance(element, from.Claim(from.From.Unsigned(), slot.LengthMin));

    public override void Write(object value, ImageWriter to)
    {
        if (value is byte[] bytes)
        {
            to.To.Put(bytes);
            return;
        }

        var array = (Array)value;
        for (var i = 0; i < array.Length; i++)
        {
            to.Enter(i);
            slot.Write(array.GetValue(i), to);
            to.Leave();
        }
    }

    public override void Fill(object made, ImageReader from)
    {
        if (made is byte[] bytes)
        {
            from.From.Take(bytes.Length).CopyTo(bytes);
            return;
        }

        var array = (Array)made;
        for (var i = 0; i < array.Length; i++)
        {
            array.SetValue(slot.Read(from), i);
        }
    }
}
