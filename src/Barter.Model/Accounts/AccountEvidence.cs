namespace Barter.Model;

/// <summary>What an exchange states of our account when it is asked, for setting right what we believe of it.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Time">The exchange's time at which it was asked; all of it was so then, or later.</param>
/// <param name="Account">Every balance and every open order, those included that we did not place.</param>
/// <param name="Fills">
/// Every fill of the account from <paramref name="FillsSince"/> on; older ones may be among them. Those of the same
/// time stand in the order in which they traded.
/// </param>
/// <param name="FillsSince">How far back the fills are complete; none where they reach back to the first.</param>
/// <param name="Orders">What it answered to queries for single orders, asked for after the rest.</param>
/// <param name="Positions">Every position; none where the exchange states no positions, as for spot.</param>
/// <exception cref="ArgumentException">A part of it is of another exchange.</exception>
public sealed record AccountEvidence(
    ExchangeIndex Exchange,
    Timestamp Time,
    AccountSnapshot Account,
    ValueList<Fill> Fills,
    Timestamp? FillsSince,
    ValueList<OrderAnswer> Orders,
    ValueList<StatedPosition>? Positions)
{
    public AccountSnapshot Account { get; } = Account.Exchange == Exchange
        ? Account
        : throw new ArgumentException(
            $"the account is of exchange {Account.Exchange}, the evidence of {Exchange}", nameof(Account));

    public ValueList<OrderAnswer> Orders { get; } = OfExchange(Exchange, Orders);

    private static ValueList<OrderAnswer> OfExchange(ExchangeIndex exchange, ValueList<OrderAnswer> answers)
    {
        foreach (var answer in answers)
        {
            if (answer.Key.Exchange != exchange)
            {
                throw new ArgumentException(
                    $"order {answer.Key} is of exchange {answer.Key.Exchange}, the evidence of {exchange}",
                    nameof(answers));
            }
        }

        return answers;
    }
}
