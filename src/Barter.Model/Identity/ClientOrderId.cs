namespace Barter.Model;

/// <summary>The name that we give an order; unique in a session.</summary>
public readonly record struct ClientOrderId
{
    private const int DrawnLength = 23;
    private const string Drawn = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    /// <exception cref="ArgumentException">The text is blank, or has half of a surrogate pair.</exception>
    public ClientOrderId(string value) => Value = Name.Checked(value, "client order id");

    public string Value { get; }

    /// <summary>
    /// An id of 23 letters, digits, <c>_</c> and <c>-</c> for an order that no strategy names. The core draws nothing
    /// at random, so whoever wants it random brings random bytes.
    /// </summary>
    /// <param name="bytes">23 bytes; of each six bits count.</param>
    /// <exception cref="ArgumentException">There are not 23.</exception>
    public static ClientOrderId FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != DrawnLength)
        {
            throw new ArgumentException($"{DrawnLength} bytes are needed, not {bytes.Length}", nameof(bytes));
        }

        Span<char> text = stackalloc char[DrawnLength];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Drawn[bytes[i] % Drawn.Length];
        }

        return new ClientOrderId(new string(text));
    }

    public override string ToString() => Value ?? "";
}
