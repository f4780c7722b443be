using Barter.Model;

namespace Barter.Journal;

/// <summary>A session's state after the first <paramref name="Entries"/> entries of its journal.</summary>
/// <param name="Entries">How many entries it takes in; replay goes on with the one of this number.</param>
/// <param name="Now">The session's time.</param>
/// <param name="Fingerprint">That of the program's types; another program cannot read it.</param>
/// <param name="Bytes">The state.</param>
public sealed record SessionSnapshot(long Entries, Timestamp Now, string Fingerprint, ReadOnlyMemory<byte> Bytes);
