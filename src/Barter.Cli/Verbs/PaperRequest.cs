namespace Barter.Cli.Verbs;

/// <summary>What a command line asks of a paper session.</summary>
internal sealed record PaperRequest(BacktestRequest Run, ReplaySpeed Speed, string? LogPath)
{
    /// <summary>Where the session is kept, if it is to outlive the process.</summary>
    public PaperKeep? Keep { get; init; }

    /// <exception cref="UsageException">The session cannot be named so, or its log is another file.</exception>
    public void Check()
    {
        if (!Run.Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw new UsageException($"--id: '{Run.Id}' may have letters, digits, - and _ only");
        }

        if (LogPath is { } log
            && new[] { Run.ConfigPath, Run.MarketDataPath, Run.OutputPath }.Any(
                path => path is not null && OutputFile.IsSame(path, log)))
        {
            throw new UsageException($"--log: '{log}' is read or written otherwise; name another file");
        }
    }
}
