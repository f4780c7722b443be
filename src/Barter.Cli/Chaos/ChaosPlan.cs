using Barter.Cli.Verbs;

namespace Barter.Cli.Chaos;

/// <summary>What is killed, how often, and where its traces are.</summary>
internal sealed record ChaosPlan(
    string ConfigPath,
    string MarketDataPath,
    string Strategy,
    IReadOnlyList<string> Parameters,
    ReplaySpeed Speed,
    int Kills,
    int Seed,
    int? FaultSeed,
    string Directory)
{
    public const string Session = "chaos";

    /// <summary>Often enough that most starts begin with a snapshot, and seldom enough that they replay, too.</summary>
    private const string SnapshotEvery = "1000";

    /// <summary>A life takes a second: what was lost is to be missed within it.</summary>
    private static readonly string[] QuickSettings =
    [
        "--setting", "barter.execution.answer-timeout=500ms", "--setting", "barter.execution.poll-interval=200ms",
    ];

    public string JournalPath => Path.Combine(Directory, "journal");

    public IEnumerable<string> ExchangeArgs() =>
    [
        "exchange", "serve", "--config", ConfigPath, "--market-data", MarketDataPath, "--speed", Speed.ToString(),
        "--wait", .. FaultSeed is { } seed ? new[] { "--faults", string.Create(null, $"{seed}") } : [],
    ];

    public IEnumerable<string> SessionArgs(string exchange) =>
    [
        "paper", "--config", ConfigPath, "--exchange", exchange, "--strategy", Strategy,
        .. Parameters.SelectMany(parameter => new[] { "--param", parameter }),
        "--journal", JournalPath, "--session", Session, "--snapshot-every", SnapshotEvery, "--format", "json",
        "--log", Path.Combine(Directory, "session.log"), .. QuickSettings,
    ];
}
