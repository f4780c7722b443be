using Barter.Benchmarks.Loop;
using Xunit.Abstractions;

namespace Barter.Benchmarks.Tests;

public sealed class RestartTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Category", "Slow")]
    public Task A_session_of_a_million_events_is_ready_in_two_seconds() =>
        Measured.HoldAsync(output, "restart", Repository.PathOf("data/config/spot.json"));
}
