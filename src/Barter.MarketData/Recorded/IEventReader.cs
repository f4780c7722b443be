using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>What came next in a file.</summary>
internal enum ReadOutcome
{
    End,
    Event,
    Error,
}

/// <summary>Reads events in one format.</summary>
internal interface IEventReader
{
    /// <summary>The error item, after <see cref="ReadOutcome.Error"/>.</summary>
    string Error { get; }

    ReadOutcome Read(out MarketEvent marketEvent);
}
