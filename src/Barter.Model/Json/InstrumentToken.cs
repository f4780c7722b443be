namespace Barter.Model;

/// <summary>What stands for an instrument in market data: its index, or one of its names.</summary>
public readonly record struct InstrumentToken(int? Index, string? Name)
{
    public override string ToString() => Name is null ? string.Create(null, $"{Index}") : $"'{Name}'";
}
