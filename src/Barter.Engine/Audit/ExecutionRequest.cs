using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>What the shell is to send to an exchange.</summary>
public abstract record ExecutionRequest
{
    private ExecutionRequest()
    {
    }

    public abstract OrderKey Key { get; }

    public sealed record Open(OrderRequestOpen Request) : ExecutionRequest
    {
        public override OrderKey Key => Request.Key;
    }

    public sealed record Cancel(OrderRequestCancel Request) : ExecutionRequest
    {
        public override OrderKey Key => Request.Key;
    }
}
