using Barter.Model;

namespace Barter.Cli;

/// <summary>Finds the instrument that a person means.</summary>
internal static class InstrumentNames
{
    /// <summary>By our name, or by a symbol that only one exchange has.</summary>
    /// <exception cref="UsageException">There is none, or there are many.</exception>
    public static InstrumentIndex Find(InstrumentCatalog catalog, string option, string name)
    {
        if (catalog.TryFindInstrument(name, out var index))
        {
            return index;
        }

        var found = catalog.Instruments
            .Where(row => string.Equals(row.Definition.NameExchange, name, StringComparison.Ordinal))
            .ToArray();
        return found.Length == 1
            ? found[0].Index
            : throw new UsageException(
                $"{option}: {(found.Length == 0 ? "no instrument" : "more than one instrument")} is named '{name}'; "
                + $"the configuration has {string.Join(", ", catalog.Instruments.Select(row => row.Name))}");
    }
}
