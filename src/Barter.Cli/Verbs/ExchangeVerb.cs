namespace Barter.Cli.Verbs;

/// <summary><c>barter exchange</c>: exchanges to trade on without money.</summary>
internal static class ExchangeVerb
{
    public static VerbCommand Create(CliConsole console) =>
        new("exchange", "Run an exchange to trade on without money.")
        {
            More = () => "",
            Subcommands = { ExchangeServeVerb.Create(console) },
        };
}
