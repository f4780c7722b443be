namespace Barter.Journal.Snapshots;

/// <summary>Bytes are not what an image consists of. Never leaves <see cref="ObjectImage"/>.</summary>
internal sealed class ImageDamage(long position, string what) : Exception(what)
{
    public long Position { get; } = position;
}
