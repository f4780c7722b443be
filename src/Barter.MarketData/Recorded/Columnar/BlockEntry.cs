using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>A block as the footer tells of it.</summary>
/// <param name="Series">The number of its series.</param>
/// <param name="Offset">Where in the file it begins.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Count">Its events.</param>
/// <param name="FirstOrdinal">The number of its first event among all of the file.</param>
/// <param name="FirstPlace">See <see cref="SeriesEncoder"/>; of its first event.</param>
/// <param name="LastPlace">Of its last event.</param>
/// <param name="Earliest">The earliest exchange time.</param>
/// <param name="Latest">The latest exchange time.</param>
internal readonly record struct BlockEntry(
    int Series, long Offset, int Length, int Count, long FirstOrdinal,
    Timestamp FirstPlace, Timestamp LastPlace, Timestamp Earliest, Timestamp Latest);
