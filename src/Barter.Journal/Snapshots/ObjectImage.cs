using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Barter.Journal.Snapshots;

/// <summary>Saves a graph of objects as bytes, and makes it again from them.</summary>
/// <remarks>
/// Every field counts, inherited and private ones too; what is referred to twice is one object again, and circles are
/// circles. Collections of the base library are kept by what they hold, in the order in which they show it. A hash of
/// how all types are laid out goes with it: code that has changed refuses the image. For one thread at a time.
/// </remarks>
public sealed class ObjectImage
{
    private readonly Dictionary<string, object> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<object, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly ImageTypes _types = new();

    /// <param name="constants">Objects that are there before any image is, by name: only the name is saved.</param>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    public ObjectImage(IEnumerable<KeyValuePair<string, object>> constants)
    {
        foreach (var (name, constant) in constants)
        {
            _constants.Add(name, constant);
            _names.TryAdd(constant, name);
        }
    }

    /// <summary>Saves an object and everything that it leads to. Changes nothing.</summary>
    /// <exception cref="ObjectImageException">Something in it cannot be kept; the message says where.</exception>
    public byte[] Save(object root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new ImageWriter(_types, _names).Write(root);
    }

    /// <summary>Makes what was saved again, from new objects and the same constants.</summary>
    public ObjectImageOutcome Restore(ReadOnlyMemory<byte> image)
    {
        try
        {
            return Open(image);
        }
        catch (ImageDamage damage)
        {
            return new ObjectImageOutcome.Damaged(damage.Position, damage.Message);
        }
#pragma warning disable CA1031 // Comparers and hash codes of restored objects are called, whatever is in them
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new ObjectImageOutcome.Damaged(image.Length, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private ObjectImageOutcome Open(ReadOnlyMemory<byte> image)
    {
        var bytes = image.Span;
        if (image.Length < ImageFormat.HeaderLength + ImageFormat.SealLength
            || !bytes.StartsWith(ImageFormat.Mark))
        {
            return new ObjectImageOutcome.Damaged(0, "this is not an image, or not all of it");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[ImageFormat.Mark.Length..]);
        var body = image.Length - ImageFormat.SealLength;
        if (!SHA256.HashData(bytes[..body]).AsSpan().SequenceEqual(bytes[body..]))
        {
            return new ObjectImageOutcome.Damaged(body, "the seal does not fit what it seals");
        }

        return version == ImageFormat.Version
            ? Read(image[..body])
            : new ObjectImageOutcome.OtherLayout($"format {version} instead of {ImageFormat.Version}");
    }

    private ObjectImageOutcome Read(ReadOnlyMemory<byte> image)
    {
        var reader = new ImageReader(
            _types, _constants, image[ImageFormat.HeaderLength..], ImageFormat.HeaderLength);
        if (reader.ReadNames(out var missing) is not var (shapes, constants))
        {
            return new ObjectImageOutcome.OtherLayout($"{missing} is not known here");
        }

        var fingerprint = ImageFormat.FingerprintOf(
            shapes, constants.Select(constant => KeyValuePair.Create(constant.Key, constant.Value.GetType())));
        var saved = image.Span[(ImageFormat.HeaderLength - ImageFormat.FingerprintLength)..ImageFormat.HeaderLength];
        return saved.SequenceEqual(fingerprint)
            ? new ObjectImageOutcome.Restored(reader.ReadObjects(shapes, constants))
            : new ObjectImageOutcome.OtherLayout("its types are laid out in another way here");
    }
}
