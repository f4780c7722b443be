namespace Barter.Model;

/// <summary>What is traded (base) against what (quote).</summary>
public readonly record struct Underlying<T>(T Base, T Quote)
{
    public override string ToString() => $"{Base}_{Quote}";
}
