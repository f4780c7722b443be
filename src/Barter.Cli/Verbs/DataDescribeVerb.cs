namespace Barter.Cli.Verbs;

/// <summary><c>barter data describe</c>: what each file of stored market data has, by its index.</summary>
internal sealed class DataDescribeVerb(CliConsole console)
{
    private const string Text =
        """
        Only indexes are read; 'barter data check' reads everything.

        Example:
          barter data describe markets/btcusdt-2025-06-02.bmd

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var path = Options.PathArgument("file|dir", "a file of stored market data (.bmd), or a folder of them");
        var format = Options.Format();
        var command = new VerbCommand("describe", "Say what files of stored market data have.")
        {
            More = () => Text,
            Arguments = { path },
            Options = { format },
        };
        var verb = new DataDescribeVerb(console);
        command.SetAction(parsed =>
            verb.Run(parsed.GetRequiredValue(path), parsed.GetRequiredValue(format) is "json"));
        return command;
    }

    private int Run(string path, bool isJson)
    {
        var parts = StoredPart.FilesOf(path);
        console.Output.Write(isJson
            ? StoredJson.WriteFiles(parts)
            : StoredPage.OfFiles(parts, console));
        return ExitCode.Done;
    }
}
