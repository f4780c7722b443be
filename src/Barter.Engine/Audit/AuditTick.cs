namespace Barter.Engine.Audit;

/// <summary>The record of one step.</summary>
public sealed record AuditTick(AuditContext Context, AuditEvent Event)
{
    /// <summary>Whether it is the last.</summary>
    public bool IsTerminal => Event is AuditEvent.FeedEnded or AuditEvent.Processed { Event.IsTerminal: true };
}
