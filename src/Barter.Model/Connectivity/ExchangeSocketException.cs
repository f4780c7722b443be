namespace Barter.Model;

/// <summary>A connection to an exchange failed; what failed, with its details, is the <see cref="Error"/>.</summary>
public sealed class ExchangeSocketException : IOException
{
    public ExchangeSocketException(SocketError error, Exception? inner = null)
        : base(error.ToString(), inner) => Error = error;

    public SocketError Error { get; }
}
