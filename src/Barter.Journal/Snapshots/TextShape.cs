namespace Barter.Journal.Snapshots;

internal sealed class TextShape() : Shape(typeof(string), "text")
{
    public override void Describe(object value, ImageWriter to) => to.To.Put((string)value);

    public override object Make(ImageReader from) => from.From.Text();
}
