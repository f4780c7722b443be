namespace Akka.Simulation;

/// <summary>
/// Numbers from a seed; the same in every process and version (SplitMix64, Steele, Lea and Flood 2014).
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A source of its own for one use, so that drawing more for another changes nothing for it.</summary>
    public static Chance For(long seed, ulong use) => new(Mix(unchecked((ulong)seed) ^ Mix(use)));

    /// <summary>Below the limit.</summary>
    public int Below(int limit) => (int)(((Draw() >> 32) * (ulong)limit) >> 32);

    /// <param name="probability">0 to 1.</param>
    public bool Happens(double probability) => probability > 0 && (Draw() >> 11) * (1.0 / (1UL << 53)) < probability;

    public TimeSpan Between(TimeSpan from, TimeSpan to) => to <= from
        ? from
        : from + TimeSpan.FromTicks((long)(Draw() % (ulong)((to - from).Ticks + 1)));

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    private ulong Draw()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            return Mix(_state);
        }
    }
}
