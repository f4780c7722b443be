namespace Barter.Journal.Snapshots;

/// <summary>How a value is kept where it stands: in a field, or as an element.</summary>
/// <param name="layout">What its bytes mean, for the fingerprint.</param>
/// <param name="lengthMin">It has at least so many bytes, so that no length is believed that cannot be.</param>
internal abstract class Slot(string layout, int lengthMin)
{
    public string Layout { get; } = layout;

    public int LengthMin { get; } = lengthMin;

    /// <summary>Whether nothing can be reached through it, so that nobody asks for the way to it.</summary>
    public virtual bool IsLeaf => false;

    public abstract void Write(object? value, ImageWriter to);

    public abstract object? Read(ImageReader from);
}
