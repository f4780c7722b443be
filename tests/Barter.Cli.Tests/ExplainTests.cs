using System.Text.Json;

namespace Barter.Cli.Tests;

[Trait("Category", "Integration")]
public sealed class ExplainTests(KeptSessions kept) : IClassFixture<KeptSessions>
{
    [Fact]
    public async Task Every_order_that_was_sent_has_a_story_whose_fills_are_those_of_the_session()
    {
        var orders = await OrdersAsync(kept.Cross);
        var fills = 0;
        foreach (var order in orders.Take(20))
        {
            var story = await ExplainAsync(kept.Cross, order);
            var kinds = KindsOf(story);
            fills += kinds.Count(kind => kind is "fill");
            Assert.Equal(["cause", "wish", "risk", "intent", "sent", "ack"], kinds.Take(6));
            Assert.Equal("end", kinds[^1]);
            Assert.Contains(story.GetProperty("outcome").GetString(), new[] { "filled", "cancelled" });
        }

        Assert.InRange(fills, 15, 40);
    }

    [Fact]
    public async Task One_that_was_cancelled_tells_by_whom_and_how_near_the_market_came()
    {
        var story = await FirstAsync(kept.Quoter, "cancelled");

        var why = story.GetProperty("why").GetString()!;
        Assert.Contains("cancelled by the strategy", why, StringComparison.Ordinal);
        Assert.Matches(
            "it rested at [0-9.]+ from [0-9TZ:.-]+ until [0-9TZ:.-]+( while the best (bid|ask) never|;)", why);
        Assert.Contains("cancel-sent", KindsOf(story));
    }

    [Fact]
    public async Task One_that_the_exchange_refused_tells_its_reason()
    {
        var story = await FirstAsync(kept.Quoter, "rejected");

        Assert.Contains("post-only order would take", story.GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_the_risk_policy_refused_was_never_sent_and_tells_why()
    {
        using var folder = new TempFolder();
        var strict = (await File.ReadAllTextAsync(Given.Config)).Replace(
            "\"risk_free_return\"",
            "\"risk\": { \"global\": { \"max_position_notional\": 10 }, \"instruments\": [] }, \"risk_free_return\"",
            StringComparison.Ordinal);
        await kept.RunAsync("strict", "buy-and-hold", folder.File("strict.json", strict));
        var session = Path.Combine(kept.Root, "strict");

        var ran = await Ran.Barter("explain", session, "strict-buy-and-hold-0");
        var story = await ExplainAsync(session, "strict-buy-and-hold-0");

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.Equal("refused", story.GetProperty("outcome").GetString());
        Assert.Equal(["cause", "wish", "risk"], KindsOf(story).Take(3));
        Assert.Contains("the risk policy refused it: ", ran.Output, StringComparison.Ordinal);
        Directory.Delete(session, recursive: true);
    }

    [Fact]
    public async Task An_order_is_found_by_the_end_of_its_name_and_by_the_id_of_its_exchange()
    {
        var whole = await Ran.Barter("explain", kept.Cross, "ema-ema-cross-11");

        Assert.Equal((ExitCode.Done, ""), (whole.Code, whole.Error));
        Assert.Equal(whole, await Ran.Barter("explain", kept.Cross, "cross-11"));
        Assert.Equal(whole, await Ran.Barter("explain", kept.Cross, "12"));
        var many = await Ran.Barter("explain", kept.Cross, "ema-");
        Assert.Equal(ExitCode.Usage, many.Code);
        Assert.StartsWith("barter: 'ema-' may be ema-ema-cross-0, ", many.ErrorLines[0], StringComparison.Ordinal);
        var none = await Ran.Barter("explain", kept.Cross, "nope");
        Assert.Equal((ExitCode.Failed, ""), (none.Code, none.Output));
        Assert.Contains("no order is called 'nope'", Assert.Single(none.ErrorLines), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> FirstAsync(string session, string outcome)
    {
        foreach (var order in await OrdersAsync(session))
        {
            var story = await ExplainAsync(session, order);
            if (string.Equals(story.GetProperty("outcome").GetString(), outcome, StringComparison.Ordinal))
            {
                return story;
            }
        }

        throw new InvalidOperationException($"no order of {session} was {outcome}");
    }

    private static async Task<string[]> OrdersAsync(string session)
    {
        var dump = await Ran.Barter("journal", "dump", session, "--kind", "OpenIntended");
        return [.. dump.Output.TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line)
            .GetProperty("request").GetProperty("key").GetProperty("cid").GetString()!)];
    }

    private static async Task<JsonElement> ExplainAsync(string session, string order)
    {
        var ran = await Ran.Barter("explain", session, order, "--format", "json");
        Assert.True(ran.Code == ExitCode.Done, ran.Error);
        return JsonElement.Parse(ran.Output);
    }

    private static string[] KindsOf(JsonElement story) =>
        [.. story.GetProperty("timeline").EnumerateArray().Select(line => line.GetProperty("kind").GetString()!)];
}
