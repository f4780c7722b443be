using Barter.Model;

namespace Barter.Configuration;

/// <summary>A balance to start with in place of the configured one.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Asset">The asset; case does not matter.</param>
/// <param name="Total">How much; zero or more.</param>
/// <param name="Free">How much of it is free; all of it where none is given.</param>
public sealed record InitialBalance(ExchangeId Exchange, string Asset, decimal Total, decimal? Free = null)
{
    /// <summary>Reads <c>exchange:asset=total[/free]</c>, such as <c>binance_spot:usdt=1000/900</c>.</summary>
    /// <exception cref="FormatException">It has another form, or names no exchange.</exception>
    public static InitialBalance Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (colon < 0 || equals < colon)
        {
            throw Refused(text, "it is not of the form exchange:asset=total[/free]");
        }

        var asset = text[(colon + 1)..equals].Trim();
        if (asset.Length == 0)
        {
            throw Refused(text, "the asset is empty");
        }

        if (!ExchangeIds.TryParse(text[..colon], out var exchange))
        {
            throw Refused(text, $"'{text[..colon]}' is not a recognised exchange");
        }

        var amounts = text[(equals + 1)..].Split('/');
        return amounts.Length switch
        {
            1 => new InitialBalance(exchange, asset, Amount(text, amounts[0])),
            2 => new InitialBalance(exchange, asset, Amount(text, amounts[0]), Amount(text, amounts[1])),
            _ => throw Refused(text, "it is not of the form exchange:asset=total[/free]"),
        };
    }

    private static decimal Amount(string text, string amount) => DecimalText.TryParse(amount, out var value)
        ? value
        : throw Refused(text, $"'{amount}' is not a decimal");

    private static FormatException Refused(string text, string why) => new($"initial balance '{text}': {why}");
}
