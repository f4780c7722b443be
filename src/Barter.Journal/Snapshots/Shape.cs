namespace Barter.Journal.Snapshots;

/// <summary>How the objects of one type are kept.</summary>
/// <param name="type">Theirs.</param>
/// <param name="layout">What their bytes mean, for the fingerprint.</param>
internal abstract class Shape(Type type, string layout)
{
    public Type Type { get; } = type;

    public string Layout { get; } = layout;

    /// <summary>Whether it is filled after all others are, because what it holds is hashed or compared.</summary>
    public virtual bool IsLate => false;

    /// <summary>What is needed to make one that other objects can refer to.</summary>
    public virtual void Describe(object value, ImageWriter to)
    {
    }

    public abstract object Make(ImageReader from);

    /// <summary>What it holds.</summary>
    public virtual void Write(object value, ImageWriter to)
    {
    }

    public virtual void Fill(object made, ImageReader from)
    {
    }
}
