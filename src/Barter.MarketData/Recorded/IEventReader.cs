using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>What came next in a file.</summary>
internal enum ReadOutcome
{
    End,
    Event,

    /// <summary>Nothing yet: a row that is part of a later event.</summary>
    Nothing,

    /// <summary>A row that says itself that it is void.</summary>
    Void,

    /// <summary>A row that was there before.</summary>
    Repeated,

    /// <summary>A recorded error, which does not count against the file.</summary>
    Error,

    /// <summary>A row that cannot be read.</summary>
    Bad,
}

/// <summary>Reads events in one format.</summary>
internal interface IEventReader
{
    /// <summary>Rows or elements so far.</summary>
    long Rows { get; }

    /// <summary>What had to be assumed, for people to read; none where nothing was.</summary>
    string? Note { get; }

    /// <summary>The error item, after <see cref="ReadOutcome.Error"/>; what is wrong, after bad rows.</summary>
    string Problem { get; }

    ReadOutcome Read(out MarketEvent marketEvent);
}
