namespace Barter.Model;

/// <summary>Why a request did not succeed.</summary>
public abstract record OrderError
{
    private OrderError()
    {
    }

    /// <summary>Whether the request may have taken effect all the same.</summary>
    public virtual bool LeavesOutcomeUnknown => false;

    /// <summary>The exchange could not be reached, or did not answer.</summary>
    public sealed record Connectivity(ConnectivityError Error) : OrderError
    {
        public override bool LeavesOutcomeUnknown => Error is not ConnectivityError.ExchangeOffline;

        public override string ToString() => Error.ToString();
    }

    /// <summary>The exchange said no.</summary>
    public sealed record Rejected(ApiError Error) : OrderError
    {
        public override string ToString() => Error.ToString();
    }
}
