namespace Barter.Benchmarks;

/// <summary>One word of the command line.</summary>
/// <param name="Name">The word.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Run">Gets the words that follow it, and gives the exit code.</param>
internal sealed record Verb(string Name, string Summary, Func<string[], Task<int>> Run);
