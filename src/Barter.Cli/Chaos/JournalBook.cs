using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Chaos;

/// <summary>What a journal says of orders and fills, read without anything that the engine makes of it.</summary>
internal sealed class JournalBook : IJournalReader
{
    private readonly OrderedDictionary<ClientOrderId, OrderRequestOpen> _intents = [];
    private readonly OrderedDictionary<TradeId, Fill> _fills = [];
    private readonly List<string> _differences = [];

    /// <summary>Every order that was intended, by its id.</summary>
    public IReadOnlyDictionary<ClientOrderId, OrderRequestOpen> Intents => _intents;

    /// <summary>Every fill that was told, however often.</summary>
    public IReadOnlyDictionary<TradeId, Fill> Fills => _fills;

    /// <summary>What the journal alone shows to be wrong.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>The number of the last report that entered the engine.</summary>
    public long LastReport { get; private set; }

    /// <summary>How many processes took the session up.</summary>
    public int Lives { get; private set; }

    public void Market(long number, Timestamp now, in MarketEvent told)
    {
    }

    public void Entry(long number, JournalEntry entry)
    {
        switch (entry)
        {
            case JournalEntry.Started:
                Lives++;
                break;
            case JournalEntry.OpenIntended { Request: var request }:
                Intend(number, request);
                break;
            case JournalEntry.Entered { Event: EngineEvent.Account { Event: var told }, Report: var report }:
                Hear(number, told, report);
                break;
        }
    }

    private void Intend(long number, OrderRequestOpen request)
    {
        if (!_intents.TryAdd(request.Key.ClientOrderId, request))
        {
            _differences.Add($"order {request.Key.ClientOrderId}: intended again at entry {number} (life {Lives})");
        }
    }

    private void Hear(long number, AccountEvent told, long report)
    {
        if (report > 0)
        {
            if (report != LastReport + 1)
            {
                _differences.Add(
                    $"report {report}: entered at entry {number} (life {Lives}) after report {LastReport}");
            }

            LastReport = report;
        }

        if (told is AccountEvent.Filled { Fill: var fill } && !_fills.TryAdd(fill.Id, fill) && _fills[fill.Id] != fill)
        {
            _differences.Add($"fill {fill.Id}: told otherwise at entry {number} (life {Lives}): {fill}");
        }
    }
}
