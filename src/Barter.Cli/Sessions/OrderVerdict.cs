using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>What became of an order, in a word and in a sentence.</summary>
/// <param name="Outcome">One of filled, refused, rejected, cancelled, expired, gone, open, unknown and sent.</param>
/// <param name="Sentence">Why it did not fill, or how it did.</param>
internal sealed record OrderVerdict(string Outcome, string Sentence)
{
    public static OrderVerdict Of(OrderStory story)
    {
        var request = story.Request!;
        var done = story.Fills.Sum(fill => Math.Abs(fill.Quantity));
        var part = done == 0m ? "nothing traded" : Filled(story, done, $" of {Number(request.Quantity)}");
        return (story.Refusal, story.Told) switch
        {
            ({ } refusal, _) => new("refused", $"it was never sent: {refusal}"),
            (_, InactiveOrderState.FullyFilled) => new("filled", Filled(story, done)),
            (_, InactiveOrderState.OpenFailed { Error: { LeavesOutcomeUnknown: false } error }) =>
                new("rejected", $"the exchange refused it: {error}"),
            (_, InactiveOrderState.Cancelled) => new("cancelled", $"{part}: {Cancelled(story)}{Rested(story)}"),
            (_, InactiveOrderState.Expired) => new(
                "expired",
                $"{part}: it expired, being {request.TimeInForce.Name.Replace('_', ' ')}{Rested(story)}"),
            _ when !story.IsActive => new(
                "gone", $"{part}: the exchange no longer listed it, and did not say what became of it{Rested(story)}"),
            (_, ActiveOrderState.Open) => new("open", $"{part}: it is still open{Rested(story)}"),
            (_, InactiveOrderState.OpenFailed) => new(
                "unknown", "whether it was placed is not known; only the exchange can tell"),
            _ => new("sent", "the exchange has not answered yet"),
        };
    }

    private static string Filled(OrderStory story, decimal done, string of = "")
    {
        if (done == 0m)
        {
            return "the exchange says that it is filled, and told no fills";
        }

        var price = story.Fills.Sum(fill => fill.ValueQuote) / done;
        var fills = story.Fills.Count == 1 ? "1 fill" : string.Create(null, $"{story.Fills.Count:N0} fills");
        return $"{Number(done)}{of} traded at {Number(decimal.Round(price, 8))} on average, in {fills}";
    }

    private static string Cancelled(OrderStory story) => (story.Canceller, story.Request!) switch
    {
        ({ } who, _) => $"cancelled by {who}",
        (_, { Kind: OrderKind.Market }) => "a market order trades at once what it can, and the rest is cancelled",
        (_, { TimeInForce.Kind: TimeInForce.Kinds.ImmediateOrCancel }) =>
            "what did not trade at once was cancelled, as it was immediate or cancel",
        (_, { TimeInForce.Kind: TimeInForce.Kinds.FillOrKill }) =>
            "not all of it could trade at once, so that it was cancelled, as it was fill or kill",
        _ => "cancelled by the exchange, or by somebody else there",
    };

    /// <summary>How near the market came to a limit, which says why it did not fill or not wholly.</summary>
    private static string Rested(OrderStory story)
    {
        if (story is not { Request: { Price: { } limit } request, RestsFrom: { } from })
        {
            return "";
        }

        var until = story.RestsTo is { } to ? $"until {to}" : "until now";
        var isBuy = request.Side == Side.Buy;
        var (side, never, reached) = isBuy ? ("ask", "came below", "fell to") : ("bid", "came above", "rose to");
        var rested = $"; it rested at {Number(limit)} from {from} {until}";
        return story.BestOpposite switch
        {
            null => $"{rested}, and no price was seen meanwhile",
            { } best when (isBuy ? best > limit : best < limit) =>
                $"{rested} while the best {side} never {never} {Number(best)}",
            { } best => $"{rested}; the best {side} {reached} {Number(best)}, "
                + "so that others were before it, or it was too short a time",
        };
    }

    private static string Number(decimal value) => DecimalText.Format(value);
}
