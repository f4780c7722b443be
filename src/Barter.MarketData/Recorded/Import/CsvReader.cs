namespace Barter.MarketData.Recorded.Import;

/// <summary>Cuts the lines of a text into fields, in place, without a text or an allocation per row.</summary>
/// <remarks>
/// A field may stand in double quotes, and a doubled quote in there is one quote; it ends on its line all the same, so
/// that one stray quote cannot swallow the rows behind it. Blanks around a field do not count.
/// </remarks>
internal sealed class CsvReader(SourceText source, LineSplitter lines)
{
    public const int MostFields = 1_024;
    private const byte Quote = (byte)'"';

    private readonly (int Start, int End)[] _fields = new (int, int)[MostFields];
    private byte[] _unquoted = [];
    private bool _isUnquoted;

    public byte Separator { get; set; } = (byte)',';

    /// <summary>Fields of the row.</summary>
    public int Count { get; private set; }

    /// <summary>What is wrong with the row as such; null if nothing is.</summary>
    public string? Wrong { get; private set; }

    /// <summary>Whether the row has no line end, so that it may be cut off.</summary>
    public bool EndedWithFile => lines.EndedWithFile;

    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var (start, end) = _fields[column];
            return (_isUnquoted ? _unquoted : source.Unread)[start..end];
        }
    }

    /// <summary>Moves to the next row that is not blank; false at the end.</summary>
    public bool TryNext()
    {
        if (!lines.TryNext(out var line))
        {
            return false;
        }

        Cut(line);
        return true;
    }

    /// <summary>Cuts the row once more, after the separator was changed.</summary>
    public void CutAgain()
    {
        var end = source.Unread.IndexOf((byte)'\n');
        Cut(end < 0 ? source.Unread : source.Unread[..end]);
    }

    private void Cut(ReadOnlySpan<byte> line)
    {
        (Count, Wrong, _isUnquoted) = (0, null, false);
        if (line is [.., (byte)'\r'])
        {
            line = line[..^1];
        }

        if (line.Contains(Quote))
        {
            CutQuoted(line);
            return;
        }

        var start = 0;
        while (line[start..].IndexOf(Separator) is >= 0 and var length)
        {
            Add(line, start, start + length);
            start += length + 1;
        }

        Add(line, start, line.Length);
    }

    private void CutQuoted(ReadOnlySpan<byte> line)
    {
        if (_unquoted.Length < line.Length)
        {
            _unquoted = new byte[line.Length * 2];
        }

        _isUnquoted = true;
        var (written, start, isInside) = (0, 0, false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == Quote)
            {
                if (isInside && at + 1 < line.Length && line[at + 1] == Quote)
                {
                    _unquoted[written++] = line[at++];
                    continue;
                }

                isInside = !isInside;
            }
            else if (line[at] == Separator && !isInside)
            {
                Add(_unquoted, start, written);
                start = written;
            }
            else
            {
                _unquoted[written++] = line[at];
            }
        }

        Add(_unquoted, start, written);
        Wrong = isInside ? "a double quote is opened and not closed on the line" : Wrong;
    }

    private void Add(ReadOnlySpan<byte> text, int start, int end)
    {
        if (Count == MostFields)
        {
            Wrong = $"has more than {MostFields} columns";
            return;
        }

        while (start < end && text[start] is ((byte)' ' or (byte)'\t'))
        {
            start++;
        }

        while (end > start && text[end - 1] is ((byte)' ' or (byte)'\t'))
        {
            end--;
        }

        _fields[Count++] = (start, end);
    }
}
