namespace Barter.Configuration;

/// <summary>A system configuration cannot be used; the one-line message says where and why.</summary>
public sealed class SystemConfigException : Exception
{
    internal SystemConfigException(
        string file, int line, int column, string path, string problem, Exception? inner = null)
        : base(Describe(file, line, column, path, problem), inner)
    {
        (File, Line, Column, Path) = (file, line, column, path);
    }

    internal SystemConfigException(string path, string problem)
        : this("", 0, 0, path, problem)
    {
    }

    /// <summary>The file as it was named by the caller; empty where there is none.</summary>
    public string File { get; }

    /// <summary>Counted from 1; 0 where no text is to blame.</summary>
    public int Line { get; }

    /// <summary>Where the value ends or the object begins, from 1; 0 where no text is to blame.</summary>
    public int Column { get; }

    /// <summary>Such as <c>instruments[1].kind</c>; may be empty.</summary>
    public string Path { get; }

    private static string Describe(string file, int line, int column, string path, string problem)
    {
        var place = line > 0 ? $"{(file.Length == 0 ? "configuration" : file)}({line},{column})" : file;
        if (place.Length == 0)
        {
            return path.Length == 0 ? problem : $"{path}: {problem}";
        }

        return path.Length == 0 ? $"{place}: {problem}" : $"{place} {path}: {problem}";
    }
}
