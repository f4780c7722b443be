namespace Barter.Model;

/// <summary>A name or an index is not in the <see cref="InstrumentCatalog"/>.</summary>
public sealed class IndexNotFoundException(string message) : KeyNotFoundException(message);
