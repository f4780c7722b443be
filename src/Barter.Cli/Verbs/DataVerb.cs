namespace Barter.Cli.Verbs;

/// <summary><c>barter data</c>: what can be done with market data besides replaying it.</summary>
internal static class DataVerb
{
    public static VerbCommand Create(CliConsole console) =>
        new("data", "Import market data, make it up, look through it, or write it in another format.")
        {
            More = () => "",
            Subcommands =
            {
                DataImportVerb.Create(console),
                DataListVerb.Create(console),
                DataDescribeVerb.Create(console),
                DataCheckVerb.Create(console),
                DataExportVerb.Create(console),
                DataGenerateVerb.Create(console),
            },
        };
}
