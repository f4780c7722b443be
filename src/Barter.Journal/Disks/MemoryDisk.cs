namespace Barter.Journal;

/// <summary>A disk that forgets what was not flushed, and fails when it is told to.</summary>
/// <remarks>For one thread at a time. A file that was made stays, as on a disk whose directory is durable.</remarks>
internal sealed class MemoryDisk : IJournalDisk
{
    private readonly SortedDictionary<string, Content> _files = new(StringComparer.Ordinal);
    private object? _holder;
    private int _life;
    private long? _failAt;
    private int _failWritten;

    /// <summary>How many times something was made, written, cut, flushed or deleted.</summary>
    public long Operations { get; private set; }

    /// <summary>Lets an operation fail, and all that follow until the machine crashes or is healed.</summary>
    /// <param name="operation">Its number, from 0, among all since the start.</param>
    /// <param name="written">If it writes: how many bytes of it arrive none the less.</param>
    public void FailAt(long operation, int written = int.MaxValue) => (_failAt, _failWritten) = (operation, written);

    public void Heal() => _failAt = null;

    /// <summary>Kills every process: what was not flushed is lost, but for its first bytes; locks are free.</summary>
    /// <param name="keep">How many bytes of each file's unflushed end stay.</param>
    public void Crash(int keep)
    {
        (_holder, _failAt) = (null, null);
        _life++;
        foreach (var content in _files.Values)
        {
            content.Crash(keep);
        }
    }

    /// <summary>Kills every process and nothing else: what was written stays.</summary>
    public void Kill() => Crash(int.MaxValue);

    /// <summary>All of a file as its next reader would see it.</summary>
    public byte[] Bytes(string name) => _files[name].Now.ToArray();

    /// <summary>Makes a file what is given, durably, for those too who have it open.</summary>
    public void Put(string name, ReadOnlySpan<byte> bytes)
    {
        if (!_files.TryGetValue(name, out var content))
        {
            _files[name] = content = new Content([]);
        }

        content.Replace(bytes);
    }

    public IReadOnlyList<string> List() => [.. _files.Keys];

    public IJournalFile OpenAppend(string name)
    {
        if (!_files.TryGetValue(name, out var content))
        {
            Operate();
            _files[name] = content = new Content([]);
        }

        return new Handle(this, content);
    }

    public IJournalFile OpenRead(string name) => _files.TryGetValue(name, out var content)
        ? new Handle(this, content)
        : throw new FileNotFoundException($"{name} is not there", name);

    public void Delete(string name)
    {
        Operate();
        _files.Remove(name);
    }

    public IDisposable Lock()
    {
        if (_holder is not null)
        {
            throw new JournalException(
                JournalFault.Locked, $"the session is written by process {Environment.ProcessId}; end that one first");
        }

        var held = new Held(this);
        _holder = held;
        return held;
    }

    /// <summary>Whether the operation that is now to be done is one that fails.</summary>
    private bool Fails() => Operations++ >= _failAt;

    private void Operate()
    {
        if (Fails())
        {
            throw new IOException("the disk was told to fail");
        }
    }

    private sealed class Content(byte[] durable)
    {
        private byte[] _bytes = durable;
        private int _durableLength = durable.Length;

        // What is durable, where an unflushed cut has left less of it
        private byte[]? _uncut;

        public int Length { get; private set; } = durable.Length;

        public ReadOnlySpan<byte> Now => _bytes.AsSpan(0, Length);

        public void Append(ReadOnlySpan<byte> bytes)
        {
            if (Length + bytes.Length > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(Length + bytes.Length, 2 * _bytes.Length));
            }

            bytes.CopyTo(_bytes.AsSpan(Length));
            Length += bytes.Length;
        }

        public void Truncate(int length)
        {
            if (length < _durableLength)
            {
                _uncut ??= _bytes[.._durableLength];
            }

            Length = length;
        }

        public void Replace(ReadOnlySpan<byte> bytes)
        {
            Length = 0;
            Append(bytes);
            Flush();
        }

        public void Flush() => (_durableLength, _uncut) = (Length, null);

        public void Crash(int keep)
        {
            if (_uncut is not null)
            {
                (_bytes, Length) = (_uncut, _uncut.Length);
            }

            Length = (int)Math.Min(Length, (long)_durableLength + keep);
            Flush();
        }
    }

    private sealed class Handle(MemoryDisk disk, Content content) : IJournalFile
    {
        private readonly int _life = disk._life;

        public long Length => Living().Length;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            var living = Living();
            if (disk.Fails())
            {
                living.Append(bytes[..Math.Min(bytes.Length, disk._failWritten)]);
                throw new IOException("the disk is full, as it was told to be");
            }

            living.Append(bytes);
        }

        public void Flush()
        {
            var living = Living();
            disk.Operate();
            living.Flush();
        }

        public void Truncate(long length)
        {
            var living = Living();
            disk.Operate();
            living.Truncate((int)length);
        }

        public int Read(long at, Span<byte> bytes)
        {
            var now = Living().Now;
            if (at >= now.Length)
            {
                return 0;
            }

            var count = Math.Min(bytes.Length, now.Length - (int)at);
            now.Slice((int)at, count).CopyTo(bytes);
            return count;
        }

        public void Dispose()
        {
        }

        private Content Living() =>
            _life == disk._life ? content : throw new IOException("the process that had the file open is dead");
    }

    private sealed class Held(MemoryDisk disk) : IDisposable
    {
        public void Dispose()
        {
            if (disk._holder == this)
            {
                disk._holder = null;
            }
        }
    }
}
