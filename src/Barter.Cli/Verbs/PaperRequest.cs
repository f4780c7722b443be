using Barter.Configuration;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary>What a command line asks of a paper session.</summary>
/// <param name="Run">What is traded with what.</param>
/// <param name="Speed">How fast a recording goes by; that of a served exchange is up to it.</param>
/// <param name="LogPath">Where the session logs to.</param>
/// <param name="Exchange">The address of an exchange that is served elsewhere; none plays the recording itself.</param>
internal sealed record PaperRequest(BacktestRequest Run, ReplaySpeed Speed, string? LogPath, string? Exchange)
{
    /// <summary>Where the session is kept, if it is to outlive the process.</summary>
    public PaperKeep? Keep { get; init; }

    /// <summary>Settings of the session, each <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <exception cref="UsageException">
    /// The session cannot be named so or cannot be kept at its speed, or its log is another file.
    /// </exception>
    public void Check()
    {
        if (!Run.Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw new UsageException($"--id: '{Run.Id}' may have letters, digits, - and _ only");
        }

        if ((Exchange is null) == (Run.MarketDataPath.Length == 0))
        {
            throw new UsageException(
                "either --market-data, a recording, or --exchange, an exchange that has one, is required, not both");
        }

        if (Keep is not null && Exchange is null && Speed.Factor is null)
        {
            throw new UsageException(
                "--speed: max has no clock, and a session that --journal keeps goes by one; give 1000x, or leave "
                + "--journal out");
        }

        if (LogPath is { } log
            && new[] { Run.ConfigPath, Run.MarketDataPath, Run.OutputPath }.Any(
                path => path is { Length: > 0 } && OutputFile.IsSame(path, log)))
        {
            throw new UsageException($"--log: '{log}' is read or written otherwise; name another file");
        }
    }

    /// <exception cref="UsageException">The configuration trades on an exchange that is not served there.</exception>
    public void RefuseOthers(SystemConfig config, ExchangeId served)
    {
        if (config.Executions.FirstOrDefault(row => row.Exchange != served) is { } other)
        {
            throw new UsageException(
                $"--exchange: {served.ToWire()} is served at {Exchange}, and the configuration trades on "
                + $"{other.Exchange.ToWire()} as well; give one with a single exchange");
        }
    }
}
