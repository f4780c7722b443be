namespace Barter.Model;

/// <summary>An asset as we name it (lower case) and as its exchange names it (case kept).</summary>
public sealed record Asset
{
    public Asset(string nameInternal, string nameExchange)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameInternal);
        ArgumentException.ThrowIfNullOrWhiteSpace(nameExchange);
        NameInternal = nameInternal.ToLowerInvariant();
        NameExchange = nameExchange;
    }

    public string NameInternal { get; }

    public string NameExchange { get; }

    public static Asset FromExchangeName(string nameExchange) => new(nameExchange, nameExchange);

    public override string ToString() => NameInternal;
}
