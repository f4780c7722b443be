using System.CommandLine;

namespace Barter.Cli;

/// <summary>A verb, with what its help says below the options.</summary>
internal sealed class VerbCommand(string name, string description) : Command(name, description)
{
    public required Func<string> More { get; init; }
}
