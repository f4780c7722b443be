using System.CommandLine;
using System.CommandLine.Invocation;

namespace Barter.Cli;

/// <summary>Prints the version of this assembly, whoever hosts it.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionLine).Assembly.GetName().Version!;
        parseResult.InvocationConfiguration.Output.Write($"barter {version.ToString(3)}\n");
        return ExitCode.Done;
    }
}
