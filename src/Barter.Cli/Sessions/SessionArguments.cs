using System.CommandLine;

namespace Barter.Cli.Sessions;

/// <summary>How a command line names a session.</summary>
internal sealed class SessionArguments
{
    private readonly Argument<string> _directory = new("dir")
    {
        Description = "the directory of a session, or the one that --journal named",
        HelpName = "dir",
    };

    private readonly Option<string?> _session = Options.Text(
        "--session", "name", "which session, if there is more than one");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_directory);
        command.Options.Add(_session);
    }

    /// <exception cref="IOException">There is none.</exception>
    /// <exception cref="UsageException">There is more than one.</exception>
    public SessionFolder Read(ParseResult parsed) =>
        SessionFolder.Find(parsed.GetRequiredValue(_directory), parsed.GetValue(_session));
}
