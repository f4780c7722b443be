namespace Barter.Model;

/// <summary>An asset held at one exchange: btc at two exchanges are two assets.</summary>
public sealed record ExchangeAsset(ExchangeId Exchange, Asset Asset)
{
    /// <summary>The key of summaries, such as <c>binance_spot:btc</c>.</summary>
    public override string ToString() => $"{Exchange.ToWire()}:{Asset.NameInternal}";
}
