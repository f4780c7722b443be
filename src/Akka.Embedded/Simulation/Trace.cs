using System.Security.Cryptography;
using System.Text;

namespace Akka.Simulation;

/// <summary>Who told what to whom, and during which step; hashed as it goes, the last steps kept.</summary>
internal sealed class Trace : IDisposable
{
    /// <summary>The cause of what came from outside, or from where it cannot be said.</summary>
    public const long Unknown = -1;

    private const int Kept = 1 << 14;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBuffer _buffer = new();
    private Entry[] _entries = new Entry[64];
    private long _count;

    public List<string> Faults { get; } = [];

    public void AddFault(long step, TimeSpan time, string what)
    {
        Faults.Add($"{step,6} {time:c} {what}");
        Hash(step, time, "fault", "", what);
    }

    /// <summary>One at most a step.</summary>
    public void Add(long step, TimeSpan time, long cause, string from, string to, object what)
    {
        var text = Words.Of(what);
        Hash(step, time, from, to, text);
        if (_count == _entries.Length && _entries.Length < Kept)
        {
            Array.Resize(ref _entries, _entries.Length * 2);
        }

        _entries[_count % _entries.Length] = new Entry(step, time, cause, from, to, text);
        _count++;
    }

    public string Digest()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    /// <summary>The chain of messages that led to a step, oldest first.</summary>
    public IEnumerable<string> ChainOf(long step)
    {
        var chain = new Stack<string>();
        while (Find(step) is { } entry)
        {
            chain.Push($"{entry.Step,6} {entry.Time:c} {entry.From} -> {entry.To}: {entry.What}");
            step = entry.Cause;
        }

        return chain;
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>Steps grow, so the entry is searched by halves.</summary>
    private Entry? Find(long step)
    {
        var (low, high) = (Math.Max(0, _count - _entries.Length), _count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var entry = _entries[middle % _entries.Length];
            if (entry.Step == step)
            {
                return entry;
            }

            (low, high) = entry.Step < step ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    private void Hash(long step, TimeSpan time, string from, string to, string what)
    {
        _buffer.Append(step, time.Ticks, from, to, what);
        if (_buffer.IsFull)
        {
            Flush();
        }
    }

    private void Flush() => _buffer.Flush(_hash);

    private readonly record struct Entry(long Step, TimeSpan Time, long Cause, string From, string To, string What);

    /// <summary>Bytes on their way to the hash.</summary>
    private sealed class ArrayBuffer
    {
        private const int Enough = 16 * 1024;

        private byte[] _bytes = new byte[Enough + 1024];
        private int _length;

        public bool IsFull => _length >= Enough;

        public void Append(long step, long ticks, string from, string to, string what)
        {
            Append(step);
            Append(ticks);
            Append(from);
            Append(to);
            Append(what);
        }

        public void Flush(IncrementalHash hash)
        {
            hash.AppendData(_bytes, 0, _length);
            _length = 0;
        }

        private void Append(long number)
        {
            Reserve(sizeof(long));
            BitConverter.TryWriteBytes(_bytes.AsSpan(_length), number);
            _length += sizeof(long);
        }

        private void Append(string text)
        {
            Append(text.Length);
            Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
            _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
        }

        private void Reserve(int size)
        {
            if (_bytes.Length - _length < size)
            {
                Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
            }
        }
    }
}
