using Barter.MarketData;

namespace Barter.Cli.Verbs;

/// <summary><c>barter data list</c>: what a folder of stored market data has of which instrument.</summary>
internal sealed class DataListVerb(CliConsole console)
{
    private const string Text =
        """
        Example:
          barter data list markets

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var folder = Options.PathArgument("dir", "a folder of stored market data");
        var format = Options.Format();
        var command = new VerbCommand("list", "Say what a folder of stored market data has.")
        {
            More = () => Text,
            Arguments = { folder },
            Options = { format },
        };
        var verb = new DataListVerb(console);
        command.SetAction(parsed =>
            verb.Run(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(format) is "json"));
        return command;
    }

    private int Run(string folder, bool isJson)
    {
        if (File.Exists(folder))
        {
            throw new MarketDataException(
                folder, 0, "is a file; name a folder, or ask 'barter data describe' for what the file has");
        }

        var parts = StoredPart.FilesOf(folder);
        console.Output.Write(isJson
            ? StoredJson.WriteList(parts)
            : StoredPage.OfList(parts, console));
        return ExitCode.Done;
    }
}
