using Barter.Model;

namespace Barter.Configuration;

/// <summary>How orders for one exchange are executed.</summary>
public abstract record ExecutionConfig
{
    private protected ExecutionConfig(ExchangeId exchange) => Exchange = exchange;

    public ExchangeId Exchange { get; }
}
