namespace Barter.MarketData;

/// <summary>Market data cannot be read; the one-line message says where, what is wrong and what to do.</summary>
public sealed class MarketDataException : IOException
{
    private const int LongestMessage = 600;

    public MarketDataException(string file, long line, string what, Exception? inner = null)
        : base(OneLine(line > 0 ? string.Create(null, $"{file}:{line}: {what}") : $"{file}: {what}"), inner)
    {
        (File, Line) = (file, line);
    }

    /// <summary>Something is wrong at a byte of a file that has no lines; the first byte is 0.</summary>
    internal static MarketDataException AtByte(string file, long position, string what, Exception? inner = null) =>
        new(file, 0, string.Create(null, $"at byte {position}: {what}"), inner) { Position = position };

    /// <summary>The file, or the name of the source.</summary>
    public string File { get; }

    /// <summary>The 1-based line where the offending element starts; 0 if the whole file is meant.</summary>
    public long Line { get; }

    /// <summary>The byte, counted from 0, where something is wrong in a file without lines; else none.</summary>
    public long? Position { get; private init; }

    // What is quoted from a broken file may hold anything, and ends up in logs and terminals
    private static string OneLine(string text)
    {
        var cut = text.Length > LongestMessage ? text[..LongestMessage] + "..." : text;
        return string.Create(cut.Length, cut, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
    }
}
