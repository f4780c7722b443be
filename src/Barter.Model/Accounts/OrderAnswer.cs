namespace Barter.Model;

/// <summary>What an exchange answered when it was asked for an order by its client order id.</summary>
/// <param name="Key">The order that was asked for.</param>
/// <param name="Found">The order as it is, over or not; none where the exchange knows none of that name.</param>
/// <param name="ValidUntil">
/// The end of its request: what reaches the exchange later is refused, so that an order which is not there by then
/// was never placed.
/// </param>
/// <exception cref="ArgumentException">Another order was found.</exception>
public sealed record OrderAnswer(OrderKey Key, Order? Found, Timestamp ValidUntil)
{
    public Order? Found { get; } = Found is null || IsSame(Key, Found.Key)
        ? Found
        : throw new ArgumentException($"asked for order {Key}, found {Found.Key}", nameof(Found));

    private static bool IsSame(OrderKey asked, OrderKey found) =>
        (asked.Exchange, asked.Instrument, asked.ClientOrderId)
        == (found.Exchange, found.Instrument, found.ClientOrderId);
}
