namespace Barter.Journal.Snapshots;

/// <summary>An object leads to something that no image can hold.</summary>
public sealed class ObjectImageException(string path, Type type, string reason) : Exception(
    $"{path} is a {type}, which cannot be saved: {reason}; leave it out, or give it as a constant")
{
    /// <summary>The fields that lead to it, from the object that was to be saved on.</summary>
    public string Path { get; } = path;
}
