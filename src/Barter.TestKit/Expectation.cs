namespace Barter.TestKit;

/// <summary>Something that must be true of how a scenario went.</summary>
/// <param name="Name">What is expected.</param>
/// <param name="Broken">What came instead; null where it holds.</param>
public sealed record Expectation(string Name, Func<ScenarioResult, string?> Broken)
{
    public override string ToString() => Name;
}
