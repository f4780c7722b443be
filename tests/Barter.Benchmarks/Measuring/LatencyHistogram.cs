using System.Numerics;

namespace Barter.Benchmarks.Measuring;

/// <summary>
/// Counts durations by size, each to three significant digits, in memory that does not grow: exact below 2,048, and
/// from there on 1,024 buckets from each power of two to the next.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int ExactBits = 11;
    private const int Exact = 1 << ExactBits;
    private const int PerPower = Exact / 2;
    private const int Powers = 63 - ExactBits;

    private readonly long[] _counts = new long[Exact + (Powers * PerPower)];

    public long Count { get; private set; }

    /// <summary>Gets the longest, to the last digit; 0 where there is none.</summary>
    public long Max { get; private set; }

    /// <param name="value">In whichever unit; what is below zero counts as zero.</param>
    public void Record(long value)
    {
        value = Math.Max(value, 0);
        _counts[BucketOf(value)]++;
        Count++;
        Max = Math.Max(Max, value);
    }

    /// <summary>The value that a part of all recorded ones does not exceed; 0 where there is none.</summary>
    /// <param name="share">Above 0 and up to 1: 0.99 for the 99th percentile; exact, so that no rank is off.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is something else.</exception>
    public long Percentile(decimal share)
    {
        if (share is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "a share must be above 0 and at most 1");
        }

        var left = Math.Max((long)Math.Ceiling(Count * share), 1);
        for (var bucket = 0; Count > 0; bucket++)
        {
            left -= _counts[bucket];
            if (left <= 0)
            {
                return Math.Min(LastOf(bucket), Max);
            }
        }

        return 0;
    }

    /// <summary>Records all that another one has recorded.</summary>
    public void Add(LatencyHistogram other)
    {
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            _counts[bucket] += other._counts[bucket];
        }

        (Count, Max) = (Count + other.Count, Math.Max(Max, other.Max));
    }

    private static int BucketOf(long value)
    {
        if (value < Exact)
        {
            return (int)value;
        }

        var shift = BitOperations.Log2((ulong)value) - ExactBits + 1;
        return Exact + ((shift - 1) * PerPower) + (int)(value >> shift) - PerPower;
    }

    /// <summary>The largest value that falls into a bucket.</summary>
    private static long LastOf(int bucket)
    {
        if (bucket < Exact)
        {
            return bucket;
        }

        var (power, at) = Math.DivRem(bucket - Exact, PerPower);
        var shift = power + 1;
        return ((long)(at + PerPower) << shift) + ((1L << shift) - 1);
    }
}
