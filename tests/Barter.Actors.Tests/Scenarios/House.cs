using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Barter.Configuration;

namespace Barter.Actors.Tests.Scenarios;

/// <summary>An actor system for the sessions of one test, in which no letter may be lost.</summary>
internal sealed class House : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> _lost = [];
    private readonly IActorRef _postman;

    private House(string settings)
    {
        var quiet = ConfigurationFactory.ParseString("akka { loggers = [], stdout-loglevel = OFF }");
        System = ActorSystem.Create(
            "house",
            ConfigurationFactory.ParseString(settings).WithFallback(quiet).WithFallback(TradingSystem.DefaultSettings));
        _postman = System.ActorOf(Props.Create(() => new Postman(_lost)), "postman");
        System.EventStream.Subscribe(_postman, typeof(DeadLetter));
        System.EventStream.Subscribe(_postman, typeof(UnhandledMessage));
    }

    public static SystemConfig Config { get; } = SystemConfig.Load(Repository.File("data/config/spot.json"));

    public ActorSystem System { get; }

    public static House Open(string settings = "") => new(settings);

    public Task<SystemHandle> StartAsync(TradingSystemOptions? options = null) =>
        TradingSystem.StartAsync(Config, (options ?? new TradingSystemOptions()) with { ActorSystem = System });

    /// <summary>Whether an actor lives at a path below <c>/user</c>.</summary>
    public async Task<bool> LivesAsync(string path)
    {
        var found = await System.ActorSelection($"/user/{path}").Ask<ActorIdentity>(new Identify(path), Patience);
        return found.Subject is not null;
    }

    /// <summary>Nothing that was told so far was told to the dead, or to somebody who did not understand it.</summary>
    public async Task AssertNothingLostAsync()
    {
        await _postman.Ask<string>("the mail before is sorted", Patience);
        Assert.Empty(_lost);
    }

    public async ValueTask DisposeAsync() => await System.Terminate();

    private sealed class Postman : ReceiveActor
    {
        public Postman(ConcurrentQueue<string> lost)
        {
            Receive<DeadLetter>(letter => lost.Enqueue($"{letter.Message} to {letter.Recipient.Path}"));
            Receive<UnhandledMessage>(letter => lost.Enqueue($"{letter.Message} strange to {letter.Recipient.Path}"));
            Receive<string>(text => Sender.Tell(text));
        }
    }
}
