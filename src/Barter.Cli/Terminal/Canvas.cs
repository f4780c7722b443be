using System.Text;
using Spectre.Console;

namespace Barter.Cli.Terminal;

/// <summary>Consoles of the drawing library that ask nothing of the process's own console.</summary>
internal static class Canvas
{
    private const int HeightOfPages = 24;

    /// <summary>A terminal with colours, for bars that move.</summary>
    public static IAnsiConsole On(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        ColorSystem = ColorSystemSupport.Standard,
        Interactive = InteractionSupport.Yes,
        Enrichment = { UseDefaultEnrichers = false },
        Out = new AnsiConsoleOutput(writer),
    });

    /// <summary>A page of a given width, with or without colours.</summary>
    public static IAnsiConsole Page(TextWriter writer, int width, bool isColoured)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isColoured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = { UseDefaultEnrichers = false },
            Out = new PageOutput(writer, width),
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>Asks no terminal for its size, nor reads a description of one, as the library's own does.</summary>
    private sealed class PageOutput(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => false;

        public int Width => width;

        public int Height => HeightOfPages;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
