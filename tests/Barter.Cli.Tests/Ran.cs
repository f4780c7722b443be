namespace Barter.Cli.Tests;

/// <summary>What a command line gave.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<Ran> Barter(params string[] args) => Barter(args, console => console);

    /// <summary>Runs with a console that is not the usual one, such as a terminal.</summary>
    public static async Task<Ran> Barter(
        string[] args, Func<CliConsole, CliConsole> with, CancellationToken cancellation = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await BarterCommand.InvokeAsync(args, with(new CliConsole(output, error)), cancellation);
        return new Ran(code, output.ToString(), error.ToString());
    }

    /// <summary>A backtest of the short stream, with further arguments.</summary>
    public static Task<Ran> ShortBacktest(params string[] more) =>
        Barter(["backtest", "--config", Given.Config, "--market-data", Given.Short, .. more]);
}
