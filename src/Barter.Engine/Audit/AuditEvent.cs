using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>What a tick records.</summary>
public abstract record AuditEvent
{
    private AuditEvent()
    {
    }

    /// <summary>There are no more events.</summary>
    public sealed record FeedEnded : AuditEvent;

    /// <summary>An event was processed.</summary>
    public sealed record Processed(EngineEvent Event, ValueList<EngineOutput> Outputs, ValueList<EngineError> Errors)
        : AuditEvent
    {
        /// <summary>Whether what it tells counts: it was neither refused nor known.</summary>
        public bool IsNews => EngineOutput.IsNews(Outputs, Errors);
    }
}
