using Barter.Model;

namespace Barter.Journal;

/// <summary>Is told the entries of a journal, in their order.</summary>
public interface IJournalReader
{
    /// <summary>A market event that entered the engine.</summary>
    /// <param name="number">The entry's number, from 0.</param>
    /// <param name="now">The session's time as the engine had it.</param>
    /// <param name="told">What entered.</param>
    void Market(long number, Timestamp now, in MarketEvent told);

    /// <summary>Any other entry.</summary>
    /// <param name="number">The entry's number, from 0.</param>
    /// <param name="entry">The entry; never a market event.</param>
    void Entry(long number, JournalEntry entry);
}
