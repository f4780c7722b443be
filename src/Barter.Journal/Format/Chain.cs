using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Barter.Journal;

/// <summary>Where a journal has got to: the next number, the running checksum and the running hash.</summary>
/// <remarks>
/// Every frame's checksum takes in the one before; a seal has SHA-256 of the hash before and of all frames since. A
/// hash for every single entry would cost more than all the rest of writing and reading it.
/// </remarks>
internal sealed class Chain : IDisposable
{
    private readonly IncrementalHash? _sha;

    /// <param name="hashes">Whether seals are to be written or checked; else they are believed.</param>
    public Chain(bool hashes = true) => _sha = hashes ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;

    /// <summary>The number of the next entry.</summary>
    public long Number { get; private set; }

    public uint Checksum { get; private set; }

    /// <summary>The hash in the last seal or header.</summary>
    public UInt128 Hash { get; private set; }

    /// <summary>How many seals there were.</summary>
    public long Seals { get; private set; }

    /// <summary>Whether nothing came after the last seal or header.</summary>
    public bool IsSealed { get; private set; } = true;

    public void Begin(SegmentHeader header, uint checksum)
    {
        (Number, Checksum) = (header.First, checksum);
        _sha?.GetHashAndReset(stackalloc byte[SHA256.HashSizeInBytes]);
        Restart(header.Hash);
    }

    /// <summary>Takes an entry's frame in.</summary>
    public void Entered(uint checksum) => (Number, Checksum, IsSealed) = (checked(Number + 1), checksum, false);

    /// <summary>Takes the bytes of entries' frames in.</summary>
    public void Add(ReadOnlySpan<byte> frames) => _sha?.AppendData(frames);

    /// <summary>Writes a seal over everything that was taken in.</summary>
    public void Seal(Span<byte> frame)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _sha!.GetHashAndReset(hash);
        Frame.WriteSeal(frame, Number, hash[..Frame.HashBytes]);
        (Checksum, Seals) = (Frame.Checksum(frame), Seals + 1);
        Restart(BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }

    /// <summary>Takes a seal in; gives false where it is none of this chain.</summary>
    public bool Accept(ReadOnlySpan<byte> frame)
    {
        var body = frame[Frame.HeadBytes..];
        var sealing = BinaryPrimitives.ReadUInt128LittleEndian(body[9..]);
        var isOurs = BinaryPrimitives.ReadInt64LittleEndian(body[1..]) == Number;
        if (isOurs && _sha is not null)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            _sha.GetCurrentHash(hash);
            isOurs = BinaryPrimitives.ReadUInt128LittleEndian(hash) == sealing;
        }

        if (isOurs)
        {
            _sha?.GetHashAndReset(stackalloc byte[SHA256.HashSizeInBytes]);
            (Checksum, Seals) = (Frame.Checksum(frame), Seals + 1);
            Restart(sealing);
        }

        return isOurs;
    }

    public void Dispose() => _sha?.Dispose();

    private void Restart(UInt128 hash)
    {
        (Hash, IsSealed) = (hash, true);
        Span<byte> before = stackalloc byte[Frame.HashBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(before, hash);
        _sha?.AppendData(before);
    }
}
