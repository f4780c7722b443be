using System.Text.Json;
using Barter.Execution.Exchanges;
using Barter.Model;
using static Barter.Cli.Tests.ServedExchange;

namespace Barter.Cli.Tests;

[Trait("Category", "Integration")]
public sealed class ExchangeServeTests
{
    private const string Fast = "1000x";

    private static readonly Timestamp Later = Timestamp.Parse("2200-01-01T00:00:00Z");

    [Fact]
    public async Task An_order_that_is_sent_again_is_one_order_and_every_report_comes_once_in_order()
    {
        await using var exchange = await StartAsync("--wait");
        var (client, stop) = (exchange.Client, exchange.Limit.Token);
        await using var reports = client.ReportsAsync(0, stop).GetAsyncEnumerator(stop);
        Assert.IsType<AccountEvent.Snapshot>((await NextAsync(reports, 1)).Event);

        await client.PlaceAsync(Limited("o1", 1_000m), Later, stop);
        await client.PlaceAsync(Limited("o1", 1_000m), Later, stop);
        var opened = Assert.IsType<AccountEvent.OrderSnapshot>((await NextAsync(reports, 2)).Event);
        Assert.IsType<AccountEvent.BalanceSnapshot>((await NextAsync(reports, 3)).Event);
        Assert.IsType<AccountEvent.OrderSnapshot>((await NextAsync(reports, 4)).Event);
        var found = await client.FindAsync(new ClientOrderId("o1"), stop);
        await client.PlaceAsync(Limited("o1", 2_000m), Later, stop);
        var refused = Assert.IsType<AccountEvent.OrderSnapshot>((await NextAsync(reports, 5)).Event);
        await client.CancelAsync(new OrderRequestCancel(opened.Order.Key), stop);
        Assert.IsType<AccountEvent.BalanceSnapshot>((await NextAsync(reports, 6)).Event);
        Assert.IsType<AccountEvent.OrderCancelled>((await NextAsync(reports, 7)).Event);
        var book = await exchange.BookAsync();

        Assert.IsType<ActiveOrderState.Open>(found!.State);
        Assert.IsType<InactiveOrderState.OpenFailed>(refused.Order.State);
        Assert.Equal(1, book.GetProperty("orders").GetArrayLength());
        Assert.Equal(1, book.GetProperty("resends").GetInt64());
        Assert.IsType<InactiveOrderState.Cancelled>((await client.FindAsync(new ClientOrderId("o1"), stop))!.State);
        Assert.Null(await client.FindAsync(new ClientOrderId("o2"), stop));
        Assert.Equal(7, (await client.StatusAsync(stop)).LastReport);
        Assert.Equal([5L, 6, 7], (await client.MissedAsync(4, stop)).Select(report => report.Number));
    }

    [Fact]
    public async Task An_order_that_comes_after_its_time_is_refused_and_said_so()
    {
        await using var exchange = await StartAsync("--speed", Fast);
        var (client, stop) = (exchange.Client, exchange.Limit.Token);
        var past = (await client.StatusAsync(stop)).Time - TimeSpan.FromSeconds(1);

        await client.PlaceAsync(Limited("o1", 1_000m), past, stop);

        var order = await client.FindAsync(new ClientOrderId("o1"), stop);
        var failed = Assert.IsType<InactiveOrderState.OpenFailed>(order!.State);
        Assert.Contains($"valid until {past}", failed.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_again_hears_what_he_has_missed_and_then_the_account()
    {
        await using var exchange = await StartAsync("--wait");
        var (client, stop) = (exchange.Client, exchange.Limit.Token);
        await using (var first = client.ReportsAsync(0, stop).GetAsyncEnumerator(stop))
        {
            await NextAsync(first, 1);
        }

        await client.PlaceAsync(Limited("o1", 1_000m), Later, stop);
        await using var again = client.ReportsAsync(1, stop).GetAsyncEnumerator(stop);

        Assert.IsType<AccountEvent.OrderSnapshot>((await NextAsync(again, 2)).Event);
        Assert.IsType<AccountEvent.BalanceSnapshot>((await NextAsync(again, 3)).Event);
        var told = Assert.IsType<AccountEvent.Snapshot>((await NextAsync(again, 4)).Event);
        Assert.Single(told.Account.Instruments[0].Orders);
    }

    [Fact]
    public async Task A_market_order_is_filled_and_its_fill_can_be_asked_for()
    {
        await using var exchange = await StartAsync("--speed", Fast);
        var (client, stop) = (exchange.Client, exchange.Limit.Token);
        await foreach (var batch in client.MarketAsync(stop))
        {
            if (batch.Any(seen => seen.Instrument == new InstrumentIndex(0)))
            {
                break;
            }
        }

        var key = Limited("m1", 1m).Key;
        await client.PlaceAsync(OrderRequestOpen.Market(key, Side.Buy, 0.01m), Later, stop);
        await foreach (var report in client.ReportsAsync(0, stop))
        {
            // The order has a way to go
            if (report.Event is AccountEvent.Filled)
            {
                break;
            }
        }

        var fill = Assert.Single(await client.FillsAsync(null, stop));
        var account = await client.AccountAsync(stop);

        // As much as the best price had at that moment
        Assert.InRange(fill.Quantity, 0.00000001m, 0.01m);
        Assert.Equal([fill], await client.FillsAsync(fill.TimeExchange, stop));
        Assert.Equal(0.1m + fill.Quantity, account.Account.Balances[0].Balance.Total);
    }

    [Fact]
    public async Task An_exchange_that_is_started_again_goes_on_with_the_numbers_of_its_client()
    {
        string port;
        await using (var first = await StartAsync("--wait"))
        {
            port = new Uri(first.Address).Port.ToString(null, null);
            await using var reports = first.Client.ReportsAsync(41, first.Limit.Token).GetAsyncEnumerator();
            await NextAsync(reports, 42);
            var next = reports.MoveNextAsync().AsTask();
            Assert.Equal(ExitCode.Done, await first.StopAsync());
            await Assert.ThrowsAsync<ExecutionClientException>(() => next);
            var gone = await Assert.ThrowsAsync<ExecutionClientException>(
                () => first.Client.StatusAsync(first.Limit.Token));
            Assert.Contains("nobody listens there", gone.Message, StringComparison.Ordinal);
        }

        await using var second = await StartAsync("--wait", "--port", port);
        await using var again = second.Client.ReportsAsync(42, second.Limit.Token).GetAsyncEnumerator();

        Assert.IsType<AccountEvent.Snapshot>((await NextAsync(again, 43)).Event);
    }

    [Fact]
    public async Task A_paper_session_trades_there_whatever_goes_wrong_on_the_way()
    {
        await using var exchange = await StartAsync("--speed", "10000x", "--wait", "--faults", "7");

        var ran = await Ran.Barter(
            [
                "paper", "--config", Given.Config, "--exchange", exchange.Address, "--strategy", "quoter",
                "--format", "json",
            ],
            console => console, exchange.Limit.Token);
        var book = await exchange.BookAsync();

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        var run = JsonElement.Parse(ran.Output).GetProperty("run");
        Assert.False(exchange.Limit.IsCancellationRequested, "the end of the recording did not end the session");
        Assert.Equal(26_108, run.GetProperty("market_events").GetInt64());
        var ids = book.GetProperty("orders").EnumerateArray()
            .Select(order => order.GetProperty("key").GetProperty("cid").GetString()).ToArray();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_paper_session_survives_its_exchange_and_trades_on_the_next()
    {
        using var ending = new CancellationTokenSource();
        await using var first = await StartAsync("--speed", "600x", "--wait");
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, first.Limit.Token);
        var session = Ran.Barter(
            [
                "paper", "--config", Given.Config, "--exchange", first.Address, "--strategy", "quoter",
                "--format", "json",
            ],
            console => console, both.Token);
        await UntilAsync(first, orders => orders > 0);
        Assert.Equal(ExitCode.Done, await first.StopAsync());

        await using var second = await StartAsync(
            "--speed", "600x", "--wait", "--port", new Uri(first.Address).Port.ToString(null, null));
        await UntilAsync(second, orders => orders > 0);
        await ending.CancelAsync();

        Assert.Equal((ExitCode.Done, ""), ((await session).Code, (await session).Error));
    }

    [Fact]
    public async Task An_address_where_nobody_listens_is_told_in_one_line()
    {
        var ran = await Ran.Barter("paper", "--config", Given.Config, "--exchange", "http://127.0.0.1:9");

        Assert.Equal(
            new Ran(
                ExitCode.Failed,
                "",
                "barter: http://127.0.0.1:9: nobody listens there; start it with 'barter exchange serve', or check the "
                + "address\n"),
            ran);
    }

    [Fact]
    public async Task An_exchange_with_other_instruments_is_refused_by_name()
    {
        await using var exchange = await StartAsync("--wait");
        using var folder = new TempFolder();
        var other = folder.File(
            "other.json",
            (await File.ReadAllTextAsync(Given.Config)).Replace("SOLUSDT", "SOLUSDX", StringComparison.Ordinal));

        var ran = await Ran.Barter("paper", "--config", other, "--exchange", exchange.Address);

        Assert.Equal((ExitCode.Failed, ""), (ran.Code, ran.Output));
        Assert.StartsWith(
            $"barter: {exchange.Address}: binance_spot is served there with other instruments (catalog ",
            Assert.Single(ran.ErrorLines),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--exchange http://127.0.0.1:9 --market-data x.json", "either --market-data")]
    [InlineData("", "either --market-data")]
    [InlineData("--exchange nowhere", "'nowhere' is not an address such as http://127.0.0.1:5600")]
    public async Task A_session_has_one_market(string more, string told)
    {
        var ran = await Ran.Barter(
            ["paper", "--config", Given.Config, .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((ExitCode.Usage, ""), (ran.Code, ran.Output));
        Assert.Contains(told, ran.ErrorLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "70000", "'70000' is not a port")]
    [InlineData("--exchange", "okx", "the configuration has no 'okx', only binance_spot")]
    [InlineData("--speed", "fast", "'fast' is not a speed")]
    public async Task What_cannot_be_served_is_refused(string option, string value, string told)
    {
        var ran = await Ran.Barter(
            "exchange", "serve", "--config", Given.Config, "--market-data", Given.Short, option, value);

        Assert.Equal((ExitCode.Usage, ""), (ran.Code, ran.Output));
        Assert.Contains(told, ran.ErrorLines[0], StringComparison.Ordinal);
    }

    /// <summary>Asks until it is so; whoever waits for ever is ended by the limit of the exchange.</summary>
    private static async Task UntilAsync(ServedExchange exchange, Predicate<int> enough)
    {
        while (!enough((await exchange.BookAsync()).GetProperty("orders").GetArrayLength()))
        {
            await exchange.Client.StatusAsync(exchange.Limit.Token);
        }
    }

    private static async Task<AccountReport> NextAsync(IAsyncEnumerator<AccountReport> reports, long number)
    {
        Assert.True(await reports.MoveNextAsync());
        Assert.Equal(number, reports.Current.Number);
        return reports.Current;
    }
}
