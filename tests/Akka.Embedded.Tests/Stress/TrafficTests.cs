using System.Diagnostics;
using Akka.Actor;
using Xunit.Abstractions;

namespace Akka.Stress;

[Collection(StressCollection.Name)]
public sealed class TrafficTests(ITestOutputHelper output)
{
    [Fact]
    public Task A_million_messages_arrive_once_and_in_order() => DriveAsync(rounds: 2, messages: 500_000);

    [Fact]
    [Trait("Category", "Slow")]
    public Task A_hundred_million_messages_arrive_once_and_in_order() => DriveAsync(rounds: 10, messages: 10_000_000);

    private async Task DriveAsync(int rounds, int messages)
    {
        var chances = Seed.Drawn(output);
        using var system = ActorSystem.Create("stress", Topologies.Hocon);
        var (memory, start, heard) = (new Memory(), Stopwatch.GetTimestamp(), 0L);
        for (var round = 0; round < rounds; round++)
        {
            heard += await RoundAsync(system, messages, chances);
            await memory.NoteAsync();
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine($"{heard:N0} messages in {seconds:N1} s; {memory}");
        Assert.True(heard >= (long)rounds * messages, $"only {heard:N0} messages were sent");
        memory.AssertFlat();
        await system.Terminate();
    }

    private static async Task<long> RoundAsync(ActorSystem system, int messages, Random chances)
    {
        var traffics = Topologies.All(system, messages, chances).ToArray();
        var offences = await Task.WhenAll(traffics.Select(traffic => traffic.OffencesAsync()));
        Assert.Empty(offences.SelectMany(each => each));
        return traffics.Sum(traffic => traffic.Messages);
    }
}
