namespace Barter.Architecture.Tests;

/// <summary>Assertions that name every offence, where xUnit's own would stop at the fifth.</summary>
internal static class Expect
{
    public static void None(IEnumerable<string> offences)
    {
        var all = offences.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        Assert.True(all.Length == 0, $"{all.Length} offence(s):\n{string.Join('\n', all)}");
    }
}
