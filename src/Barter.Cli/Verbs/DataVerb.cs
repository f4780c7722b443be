namespace Barter.Cli.Verbs;

/// <summary><c>barter data</c>: what can be done with market data besides replaying it.</summary>
internal static class DataVerb
{
    public static VerbCommand Create(CliConsole console) =>
        new("data", "Import market data, make it up, or look through it.")
        {
            More = "",
            Subcommands =
            {
                DataImportVerb.Create(console), DataGenerateVerb.Create(console), DataCheckVerb.Create(console),
            },
        };
}
