using Barter.Model;

namespace Barter.Journal.Tests;

/// <summary>Writes down what a journal tells: market events as entries, because they come without one.</summary>
internal sealed class Heard : IJournalReader
{
    public List<JournalEntry> Entries { get; } = [];

    public void Market(long number, Timestamp now, in MarketEvent told) =>
        Take(number, new JournalEntry.Entered(now, new EngineEvent.Market(told), 0));

    public void Entry(long number, JournalEntry entry) => Take(number, entry);

    private void Take(long number, JournalEntry entry)
    {
        Assert.Equal(Entries.Count, number);
        Entries.Add(entry);
    }
}
