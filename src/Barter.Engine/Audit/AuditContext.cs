using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>Number and time of a step. Numbers have no gaps.</summary>
public sealed record AuditContext(ulong Sequence, Timestamp Time);
