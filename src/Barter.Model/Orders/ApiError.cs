namespace Barter.Model;

/// <summary>Why an exchange said no.</summary>
public abstract record ApiError
{
    private ApiError()
    {
    }

    public sealed record AssetInvalid(AssetIndex Asset, string Message) : ApiError
    {
        public override string ToString() => $"asset {Asset} invalid: {Message}";
    }

    public sealed record InstrumentInvalid(InstrumentIndex Instrument, string Message) : ApiError
    {
        public override string ToString() => $"instrument {Instrument} invalid: {Message}";
    }

    public sealed record RateLimit : ApiError
    {
        public override string ToString() => "rate limit exceeded";
    }

    public sealed record BalanceInsufficient(AssetIndex Asset, string Message) : ApiError
    {
        public override string ToString() => $"balance of {Asset} insufficient: {Message}";
    }

    public sealed record OrderRejected(string Message) : ApiError
    {
        public override string ToString() => $"order rejected: {Message}";
    }

    public sealed record OrderAlreadyCancelled : ApiError
    {
        public override string ToString() => "order already cancelled";
    }

    public sealed record OrderAlreadyFullyFilled : ApiError
    {
        public override string ToString() => "order already fully filled";
    }
}
