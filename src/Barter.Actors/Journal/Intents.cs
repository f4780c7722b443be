using Barter.Engine.Audit;
using Barter.Journal;
using Barter.Model;

namespace Barter.Actors.Journal;

/// <summary>Requests as the journal has them.</summary>
internal static class Intents
{
    public static JournalEntry ToIntent(this ExecutionRequest request, Timestamp now, ulong step) => request switch
    {
        ExecutionRequest.Open { Request: var open } => new JournalEntry.OpenIntended(now, step, open),
        ExecutionRequest.Cancel { Request: var cancel } => new JournalEntry.CancelIntended(now, step, cancel),
        _ => throw new InvalidOperationException($"no request is called {request.GetType().Name}"),
    };
}
