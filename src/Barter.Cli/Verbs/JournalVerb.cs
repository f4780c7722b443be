using Barter.Cli.Sessions;

namespace Barter.Cli.Verbs;

/// <summary><c>barter journal</c>: what can be done with the files of a session's journal.</summary>
internal static class JournalVerb
{
    public static VerbCommand Create(CliConsole console) =>
        new("journal", "Verify, show, count or repair the journal of a session.")
        {
            More = () => "",
            Subcommands =
            {
                JournalVerifyVerb.Create(console),
                JournalDumpVerb.Create(console),
                JournalStatVerb.Create(console),
                JournalRepairVerb.Create(console),
            },
        };

    /// <summary>A verb about one session that can write JSON.</summary>
    public static VerbCommand One(
        string name, string description, string more, Func<SessionFolder, bool, int> run)
    {
        var (session, format) = (new SessionArguments(), Options.Format("text"));
        var command = new VerbCommand(name, description) { More = () => more };
        session.AddTo(command);
        command.Options.Add(format);
        command.SetAction(parsed => run(session.Read(parsed), parsed.GetRequiredValue(format) is "json"));
        return command;
    }
}
