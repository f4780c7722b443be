using Barter.Model;

namespace Barter.Actors.Instrumentation;

/// <summary>A request that is on its way, or answered while its order lives on.</summary>
/// <param name="SentAt">The clock's ticks when it was sent.</param>
/// <param name="SentTime">The same as a time.</param>
/// <param name="Key">Its order.</param>
/// <param name="IsAnswered">Whether the exchange has said anything of it.</param>
internal readonly record struct Flight(long SentAt, DateTimeOffset SentTime, OrderKey Key, bool IsAnswered = false);
