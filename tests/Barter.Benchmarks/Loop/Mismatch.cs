namespace Barter.Benchmarks.Loop;

/// <summary>A run that did something else than the reference run; how fast it was says nothing.</summary>
internal sealed class Mismatch(string message) : Exception(message)
{
    public static void Refuse<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new Mismatch($"the run differs from the reference run:\n  {expected}\n  {actual}");
        }
    }
}
