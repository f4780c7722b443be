using Barter.Model;

namespace Barter.Journal;

/// <summary>What lists of sessions show of one.</summary>
/// <param name="State">A word for it, such as <c>running</c> or <c>ended</c>.</param>
/// <param name="ProcessId">The process that had it last.</param>
/// <param name="Started">When that process took it up.</param>
/// <param name="Entries">How many entries its journal had.</param>
/// <param name="Events">How many of these had entered the engine.</param>
/// <param name="LastTime">The session's time at the last of them.</param>
/// <param name="OpenOrders">How many.</param>
/// <param name="Positions">For people, with their instruments.</param>
/// <param name="Pnl">For people, with its assets.</param>
/// <param name="Updated">When the row was written.</param>
public sealed record SessionRow(
    string State, int ProcessId, Timestamp Started, long Entries, long Events, Timestamp LastTime, int OpenOrders,
    string Positions, string Pnl, Timestamp Updated);
