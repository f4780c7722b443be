using System.Text;

namespace Barter.MarketData.Recorded;

/// <summary>Where in a line of a bar file the columns stand.</summary>
internal sealed class BarColumns
{
    public const string Header = "timestamp,open,high,low,close,volume";

    private static readonly string[] Names = Header.Split(',');

    private readonly int[] _fieldOfColumn;

    private BarColumns(int[] fieldOfColumn) => _fieldOfColumn = fieldOfColumn;

    /// <summary>The fields of a bar, in the order of <see cref="Header"/>.</summary>
    public static int Count => Names.Length;

    public static string NameOf(int field) => Names[field];

    /// <summary>Reads the header; further columns are ignored, order and case do not matter.</summary>
    public static bool TryRead(ReadOnlySpan<byte> header, out BarColumns columns)
    {
        var titles = Encoding.UTF8.GetString(header).Split(',', StringSplitOptions.TrimEntries);
        int[] fieldOfColumn = [.. titles.Select(title =>
            Array.FindIndex(Names, name => name.Equals(title, StringComparison.OrdinalIgnoreCase)))];
        columns = new BarColumns(fieldOfColumn);
        return Enumerable.Range(0, Count).All(field => fieldOfColumn.Count(found => found == field) == 1);
    }

    /// <summary>Cuts a line; false unless it has as many columns as the header.</summary>
    public bool TryCut(ReadOnlySpan<byte> line, Span<Range> fields)
    {
        var start = 0;
        for (var column = 0; column < _fieldOfColumn.Length; column++)
        {
            var isLast = column == _fieldOfColumn.Length - 1;
            var length = line[start..].IndexOf((byte)',');
            if (length < 0 != isLast)
            {
                return false;
            }

            var end = isLast ? line.Length : start + length;
            if (_fieldOfColumn[column] is >= 0 and var field)
            {
                fields[field] = Trimmed(line, start, end);
            }

            start = end + 1;
        }

        return true;
    }

    private static Range Trimmed(ReadOnlySpan<byte> line, int start, int end)
    {
        while (start < end && line[start] is ((byte)' ' or (byte)'\t'))
        {
            start++;
        }

        while (end > start && line[end - 1] is ((byte)' ' or (byte)'\t' or (byte)'\r'))
        {
            end--;
        }

        return start..end;
    }
}
