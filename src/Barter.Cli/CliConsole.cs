namespace Barter.Cli;

/// <summary>Where a command writes, and what its reader can see.</summary>
internal sealed record CliConsole(TextWriter Output, TextWriter Error)
{
    private const int WidthOfFiles = 160;
    private const int HeightOfFiles = 50;

    /// <summary>Whether a person watches standard output.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person watches standard error.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colours and moving bars are welcome where a person watches.</summary>
    public bool IsDecorated { get; init; }

    /// <summary>Columns of standard output.</summary>
    public int Width { get; init; } = WidthOfFiles;

    /// <summary>Columns and rows of the terminal at this moment.</summary>
    public Func<(int Width, int Height)> Size { get; init; } = () => (WidthOfFiles, HeightOfFiles);

    public static CliConsole OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        return new CliConsole(Console.Out, Console.Error)
        {
            OutputIsTerminal = isTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            IsDecorated = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") is not "dumb",
            Width = isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : WidthOfFiles,
            Size = SizeOfProcess,
        };
    }

    /// <summary>Some terminals do not know how large they are.</summary>
    private static (int Width, int Height) SizeOfProcess()
    {
        var (width, height) = (Console.WindowWidth, Console.WindowHeight);
        return width > 0 && height > 0 ? (width, height) : (80, 24);
    }

    /// <summary>One line on standard error.</summary>
    public void Say(string message) => Error.Write(message.ReplaceLineEndings(" ") + "\n");
}
