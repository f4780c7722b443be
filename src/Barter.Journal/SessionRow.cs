using Barter.Model;

namespace Barter.Journal;

/// <summary>What lists of sessions show of one.</summary>
/// <param name="State">One of <see cref="Running"/>, <see cref="Ended"/> and <see cref="Halted"/>.</param>
/// <param name="Reason">Why it does not run; empty while it does.</param>
/// <param name="ProcessId">The process that had it last.</param>
/// <param name="Started">When that process took it up.</param>
/// <param name="Entries">How many entries of its journal the figures take in.</param>
/// <param name="Events">How many of these had entered the engine.</param>
/// <param name="LastTime">The session's time at the last of them.</param>
/// <param name="OpenOrders">How many.</param>
/// <param name="Positions">For people, with their instruments.</param>
/// <param name="Pnl">For people, with its assets.</param>
/// <param name="Updated">When the row was written.</param>
public sealed record SessionRow(
    string State, string Reason, int ProcessId, Timestamp Started, long Entries, long Events, Timestamp LastTime,
    int OpenOrders, string Positions, string Pnl, Timestamp Updated)
{
    /// <summary>A process has it. Where that is gone, it was killed.</summary>
    public const string Running = "running";

    /// <summary>It was stopped in order.</summary>
    public const string Ended = "ended";

    /// <summary>It stopped by itself, because something failed.</summary>
    public const string Halted = "halted";
}
