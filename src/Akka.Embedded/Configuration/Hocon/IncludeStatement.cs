namespace Akka.Configuration.Hocon;

/// <summary>What follows the word include, taken token by token.</summary>
internal sealed class IncludeStatement
{
    private string _before = "";
    private string _after = "";
    private string? _name;

    public string Name => _name ?? "";

    public bool IsRequired => _before.StartsWith("required(", StringComparison.Ordinal);

    public bool IsComplete => _name is not null && _after.Length == _before.Count(letter => letter == '(');

    public static bool Starts(Token token) =>
        token.Kind is TokenKind.Quoted || (token.Kind is TokenKind.Plain && token.Text.Contains('('));

    /// <summary>Whether the token can come next.</summary>
    public bool Take(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Blank:
                return true;
            case TokenKind.Quoted when _name is null && _before is "" or "file(" or "required(" or "required(file(":
                _name = token.Text;
                return true;
            case TokenKind.Plain when _name is null:
                _before += token.Text;
                return true;
            case TokenKind.Plain when token.Text.All(letter => letter == ')'):
                _after += token.Text;
                return _after.Length <= _before.Count(letter => letter == '(');
            default:
                return false;
        }
    }
}
