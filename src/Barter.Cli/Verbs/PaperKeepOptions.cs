using System.CommandLine;
using Barter.Journal;

namespace Barter.Cli.Verbs;

/// <summary>The options of a session that outlives its process.</summary>
internal sealed class PaperKeepOptions
{
    private const string UsualSession = "paper";

    private readonly Option<string?> _journal = Options.Text(
        "--journal", "directory", "keep the session there: started again, it goes on where it was, even after kill -9");

    private readonly Option<string?> _session = Options.Text(
        "--session", "name", $"with --journal: which session, part of every order id (default: {UsualSession})");

    private readonly Option<FlushPolicy?> _flush = Options.Of<FlushPolicy?>(
        "--flush", "intent|10ms", "with --journal: make it durable for every order at once (default), or so often",
        PaperKeep.ParseFlush);

    private readonly Option<int?> _snapshots = Options.Of<int?>(
        "--snapshot-every", "n", "with --journal: after how many events the whole state is kept as well; 0 for never",
        text => Options.Whole<int>(text) is >= 0 and var events
            ? events
            : throw new FormatException($"'{text}' is below 0"));

    public void AddTo(Command command)
    {
        command.Options.Add(_journal);
        command.Options.Add(_session);
        command.Options.Add(_flush);
        command.Options.Add(_snapshots);
    }

    /// <returns>None for a session that ends with its process.</returns>
    /// <exception cref="UsageException">There is nothing that the other options could be about.</exception>
    public PaperKeep? Read(ParseResult parsed)
    {
        var (directory, session) = (parsed.GetValue(_journal), parsed.GetValue(_session));
        var (flush, snapshots) = (parsed.GetValue(_flush), parsed.GetValue(_snapshots));
        if (directory is null)
        {
            return session is null && flush is null && snapshots is null
                ? null
                : throw new UsageException(
                    "--session, --flush and --snapshot-every are about a session that --journal keeps; name that");
        }

        session ??= UsualSession;
        return session.Length > 0 && session.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? new PaperKeep(directory, session, flush ?? FlushPolicy.EveryIntent) { SnapshotEvery = snapshots }
            : throw new UsageException($"--session: '{session}' may have letters, digits, - and _ only");
    }
}
