namespace Barter.Actors.Tests.Scenarios;

/// <summary>How a system that does not run answers.</summary>
internal static class Refusal
{
    /// <summary>Every call of a handle but the one that ends it.</summary>
    public static IReadOnlyList<Func<SystemHandle, Task>> Calls { get; } =
    [
        handle => handle.SetTradingEnabledAsync(true),
        handle => handle.SendEventAsync(Model.EngineEvents.Trading(true)),
        handle => handle.FeedEventsAsync([Model.EngineEvents.Trading(true), Model.EngineEvents.Shutdown]),
        handle => handle.SendOpenRequestsAsync([Given.Bid("late")]),
        handle => handle.SendCancelRequestsAsync([new Model.OrderRequestCancel(Given.Bid("late").Key)]),
        handle => handle.CancelOrdersAsync(),
        handle => handle.ClosePositionsAsync(),
        handle => handle.GetStateAsync(),
        handle => handle.TakeAuditAsync(),
        handle => handle.ShutdownAsync(),
        handle => handle.ShutdownWithSummaryAsync(),
        handle => handle.AbortAsync(),
    ];

    public static async Task AssertAsync(string reason, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<SystemNotRunningException>(call);
        Assert.StartsWith($"system is not running: {reason}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(reason, refused.Reason.Message[..reason.Length]);
    }

    public static async Task AssertAllAsync(string reason, SystemHandle handle)
    {
        Assert.False(handle.IsRunning);
        foreach (var call in Calls)
        {
            await AssertAsync(reason, () => call(handle));
        }
    }
}
