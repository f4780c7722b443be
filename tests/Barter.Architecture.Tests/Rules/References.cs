using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Barter.Architecture.Tests.Rules;

/// <summary>Who may know whom.</summary>
internal static class References
{
    private static readonly string[] Parts =
    [
        "Barter.Engine", "Barter.MarketData", "Barter.Execution", "Barter.Statistics", "Barter.Configuration",
        "Barter.Journal",
    ];

    private static readonly FrozenDictionary<string, string[]> Known = Parts
        .Select(part => KeyValuePair.Create<string, string[]>(part, ["Barter.Model"]))
        .Append(KeyValuePair.Create<string, string[]>("Barter.Model", []))
        .Append(KeyValuePair.Create<string, string[]>("Barter.Backtest", ["Barter.Model", .. Parts]))
        .Append(KeyValuePair.Create<string, string[]>("Barter.Actors", ["Barter.Model", "Barter.Backtest", .. Parts]))
        .Append(KeyValuePair.Create<string, string[]>(
            "Barter.Cli", ["Barter.Model", "Barter.Backtest", "Barter.Actors", .. Parts]))
        .Append(KeyValuePair.Create<string, string[]>(
            "Barter.TestKit", ["Barter.Model", "Barter.Actors", "Barter.Backtest", .. Parts]))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The core, and the packages that each part of it may use.</summary>
    private static readonly FrozenDictionary<string, string[]> Core = new Dictionary<string, string[]>
    {
        ["Barter.Model"] = [],
        ["Barter.Engine"] = [],
        ["Barter.Statistics"] = ["Newtonsoft.Json"],
        ["Barter.Execution"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BaseLibrary = Directory
        .GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll")
        .Select(Path.GetFileNameWithoutExtension)
        .OfType<string>()
        .ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> AgainstTheArrows(string from, IEnumerable<string> to)
    {
        if (!Known.TryGetValue(from, out var allowed))
        {
            return [$"{from} has no row in the table of references"];
        }

        return to
            .Where(name => name.StartsWith("Barter.", StringComparison.Ordinal) && !allowed.Contains(name))
            .Select(name => $"{from} -> {name}");
    }

    public static IEnumerable<string> OutOfTheCore(string from, IEnumerable<string> to) =>
        Core.TryGetValue(from, out var packages)
            ? to.Where(name => !BaseLibrary.Contains(name) && !Core.ContainsKey(name) && !packages.Contains(name))
                .Select(name => $"{from} -> {name}")
            : [];
}
