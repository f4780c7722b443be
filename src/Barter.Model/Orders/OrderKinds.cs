namespace Barter.Model;

/// <summary>The text forms of <see cref="OrderKind"/>.</summary>
public static class OrderKinds
{
    /// <summary><c>market</c> or <c>limit</c>.</summary>
    public static string ToText(this OrderKind kind) => kind == OrderKind.Market ? "market" : "limit";

    /// <summary>Reads market, mkt, limit or lmt; blanks around it and case do not matter.</summary>
    public static bool TryParse(string? text, out OrderKind kind)
    {
        OrderKind? found = (text ?? "").Trim().ToLowerInvariant() switch
        {
            "market" or "mkt" => OrderKind.Market,
            "limit" or "lmt" => OrderKind.Limit,
            _ => null,
        };
        kind = found.GetValueOrDefault();
        return found is not null;
    }

    /// <summary>Reads market, mkt, limit or lmt; blanks around it and case do not matter.</summary>
    /// <exception cref="FormatException">The text names no kind.</exception>
    public static OrderKind Parse(string text) => TryParse(text, out var kind)
        ? kind
        : throw new FormatException($"invalid order kind: {text}. expected market or limit");
}
