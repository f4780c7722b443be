namespace Barter.Model;

/// <summary>Everything that the engine can be told. Nothing else reaches it.</summary>
public abstract record EngineEvent
{
    private EngineEvent()
    {
    }

    /// <summary>Whether the engine stops after it.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>The time that the event carries, where it carries one.</summary>
    public virtual Timestamp? Time => null;

    public sealed record Shutdown : EngineEvent
    {
        public override bool IsTerminal => true;
    }

    public sealed record Commanded(Command Command) : EngineEvent;

    public sealed record TradingStateUpdate(TradingState State) : EngineEvent;

    public sealed record Account(AccountEvent Event) : EngineEvent
    {
        public override Timestamp? Time => Event.TimeExchange;
    }

    /// <summary>The link to our account at an exchange was lost and is being restored.</summary>
    public sealed record AccountReconnecting(ExchangeId Exchange) : EngineEvent;

    public sealed record Market(MarketEvent Event) : EngineEvent
    {
        public override Timestamp? Time => Event.IsReconnecting ? null : Event.TimeExchange;
    }

    /// <summary>
    /// A process took the session up again: no link is up, and no exchange has confirmed what we believe of it.
    /// </summary>
    public sealed record SessionRestarted : EngineEvent;

    /// <summary>What we believe of our account at an exchange is what the exchange itself told.</summary>
    public sealed record Reconciled(ExchangeId Exchange) : EngineEvent;

    /// <summary>A time that the strategy had asked to be woken at.</summary>
    /// <param name="At">The time.</param>
    /// <param name="Name">Its name for it; half a surrogate pair in it becomes U+FFFD.</param>
    public sealed record TimerElapsed(Timestamp At, string Name) : EngineEvent
    {
        /// <summary>As a journal gives it back, so that a replay wakes for the same.</summary>
        public string Name { get; } = Model.Name.Sound(Name);

        public override Timestamp? Time => At;
    }
}
