using Barter.Model;

namespace Barter.Cli.Chaos;

/// <summary>What came of it.</summary>
internal sealed record ChaosResult(int Seed, int? FaultSeed, string Strategy, string Directory)
{
    /// <summary>How often the session was killed, by the moment.</summary>
    public required IReadOnlyDictionary<KillMoment, int> Kills { get; init; }

    /// <summary>How often it ended in order before it could be killed.</summary>
    public required int Ends { get; init; }

    /// <summary>How many kills left a write that was not whole.</summary>
    public required int Torn { get; init; }

    /// <summary>Orders that the exchange holds.</summary>
    public required long Orders { get; init; }

    /// <summary>Orders that the journal intends.</summary>
    public required long Intents { get; init; }

    public required long Fills { get; init; }

    /// <summary>Orders that came to the exchange once more.</summary>
    public required long Resends { get; init; }

    /// <summary>Entries that were recovered, over all starts.</summary>
    public required long Recovered { get; init; }

    /// <summary>From the start of a process until it could trade, of those that came so far.</summary>
    public required ValueList<TimeSpan> ReadyAfter { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>A line each; none where all is as it would have been without.</summary>
    public required ValueList<string> Differences { get; init; }

    public int KillCount => Kills.Values.Sum();

    /// <summary>The time that so large a share of starts did not exceed.</summary>
    public TimeSpan ReadyAt(double share) => ReadyAfter.Count == 0
        ? TimeSpan.Zero
        : ReadyAfter.Order().ElementAt((int)Math.Min(ReadyAfter.Count - 1, ReadyAfter.Count * share));
}
