namespace Akka.Stress;

/// <summary>What is alive, round by round.</summary>
internal sealed class Memory
{
    /// <summary>For the queues of the pool's threads, which grow with the longest burst.</summary>
    private const long Tolerance = 8 * 1024 * 1024;

    private readonly List<long> _rounds = [];

    public async Task NoteAsync()
    {
        // The round may have ended on this very stack, which would keep alive what it knew
        await Task.Yield();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _rounds.Add(GC.GetTotalMemory(forceFullCollection: true));
    }

    /// <summary>The first rounds fill caches; after the second nothing may be added.</summary>
    public void AssertFlat() => Assert.True(_rounds[^1] - _rounds[1] < Tolerance, $"memory grew: {this}");

    public override string ToString() =>
        $"alive after each round, in KiB: {string.Join(' ', _rounds.Select(bytes => bytes / 1024))}";
}
