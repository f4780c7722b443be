using System.Security.Cryptography;
using System.Text;

namespace Barter.Journal.Snapshots;

/// <summary>The outside of an image: mark, version, fingerprint and four sections, under the seal of a hash.</summary>
/// <remarks>
/// Sections, each with its length first: the names of types and constants; the objects, each with its type and what is
/// needed to make it; what they hold; what collections hold, which are filled last.
/// </remarks>
internal static class ImageFormat
{
    public const int Version = 1;
    public const int SealLength = SHA256.HashSizeInBytes;
    public const int FingerprintLength = SHA256.HashSizeInBytes;
    public const int HeaderLength = 8 + sizeof(int) + FingerprintLength;
    public const int Sections = 4;

    /// <summary>The type of an object that is not in the image, but given by whoever reads it.</summary>
    public const int Constant = 0;

    public static ReadOnlySpan<byte> Mark => "BARTIMG\n"u8;

    /// <summary>A hash of how everything in an image is laid out.</summary>
    public static byte[] FingerprintOf(IEnumerable<Shape> shapes, IEnumerable<KeyValuePair<string, Type>> constants)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var shape in shapes)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{TypeNames.Of(shape.Type)}{{{shape.Layout}}}\n"));
        }

        foreach (var (name, type) in constants)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}={TypeNames.Of(type)}\n"));
        }

        return hash.GetHashAndReset();
    }
}
