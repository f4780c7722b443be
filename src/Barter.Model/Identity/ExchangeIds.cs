namespace Barter.Model;

/// <summary>The two text forms of <see cref="ExchangeId"/>: snake case on the wire, else its name.</summary>
public static class ExchangeIds
{
    private static readonly string[] Wire =
    [
        "other",
        "simulated",
        "mock",
        "binance_futures_coin",
        "binance_futures_usd",
        "binance_options",
        "binance_portfolio_margin",
        "binance_spot",
        "binance_us",
        "bitazza",
        "bitfinex",
        "bitflyer",
        "bitget",
        "bitmart",
        "bitmart_futures_usd",
        "bitmex",
        "bitso",
        "bitstamp",
        "bitvavo",
        "bithumb",
        "bybit_perpetuals_usd",
        "bybit_spot",
        "cexio",
        "coinbase",
        "coinbase_international",
        "cryptocom",
        "deribit",
        "gateio_futures_btc",
        "gateio_futures_usd",
        "gateio_options",
        "gateio_perpetuals_btc",
        "gateio_perpetuals_usd",
        "gateio_spot",
        "gemini",
        "hitbtc",
        "htx",
        "kraken",
        "kucoin",
        "liquid",
        "mexc",
        "okx",
        "poloniex",
    ];

    /// <summary>The snake-case id used in JSON and in instrument names, such as <c>binance_spot</c>.</summary>
    public static string ToWire(this ExchangeId exchange) => Wire[(int)exchange];

    /// <summary>Reads a snake-case id; blanks around it and case do not matter, <c>huobi</c> is read as htx.</summary>
    public static bool TryParse(string? text, out ExchangeId exchange)
    {
        var name = (text ?? "").Trim().ToLowerInvariant();
        var at = Array.IndexOf(Wire, name is "huobi" ? "htx" : name);
        exchange = at >= 0 ? (ExchangeId)at : default;
        return at >= 0;
    }

    /// <summary>Reads a snake-case id.</summary>
    /// <exception cref="FormatException">The text names no exchange.</exception>
    public static ExchangeId Parse(string text) => TryParse(text, out var exchange)
        ? exchange
        : throw new FormatException(
            $"unknown exchange identifier: {text}. expected snake_case exchange ids such as 'binance_spot'");
}
