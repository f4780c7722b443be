namespace Barter.MarketData.Generation;

/// <summary>A sequence of numbers that depends on its seed only: SplitMix64.</summary>
internal sealed class SeededDraws(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The draws of one part of a whole, which do not change when other parts come or go.</summary>
    public static SeededDraws For(ulong seed, string part)
    {
        // FNV-1a
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in part)
        {
            hash = unchecked((hash ^ letter) * 1_099_511_628_211UL);
        }

        return new SeededDraws(unchecked(new SeededDraws(seed).Next() ^ hash));
    }

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public long Below(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (long)Math.BigMul(Next(), (ulong)count, out _);
    }

    /// <summary>A number between two, both included.</summary>
    public long Between(long least, long most) => least + Below(most - least + 1);

    /// <summary>About normal, mean 0 and standard deviation 1: twelve uniform draws, so no logarithm.</summary>
    public decimal Normal()
    {
        var sum = 0L;
        for (var i = 0; i < 12; i++)
        {
            sum += Below(1_000_001);
        }

        return (sum - 6_000_000) / 1_000_000m;
    }
}
