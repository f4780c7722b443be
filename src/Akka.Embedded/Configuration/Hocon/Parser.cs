using System.Collections.Immutable;

namespace Akka.Configuration.Hocon;

/// <summary>Reads a document into a tree, by recursive descent over the tokens.</summary>
internal sealed class Parser
{
    // Deeper documents are mistakes, and would overflow the stack
    private const int DepthMax = 100;

    private readonly Lexer _lexer;
    private readonly Includes _includes;
    private readonly ImmutableArray<HoconPath> _scopes;
    private Token _token;

    private Parser(string text, string source, Includes includes, ImmutableArray<HoconPath> scopes)
    {
        (_lexer, _includes, _scopes) = (new Lexer(text, source), includes, scopes);
        _token = _lexer.Next();
    }

    /// <param name="text">The document.</param>
    /// <param name="source">What to call it in errors.</param>
    /// <param name="includes">Where its includes are found.</param>
    /// <param name="scopes">Where it and the documents around it are included, it first, the root last.</param>
    public static ObjectNode Parse(string text, string source, Includes includes, ImmutableArray<HoconPath> scopes)
    {
        var parser = new Parser(text, source, includes, scopes);
        var document = new ObjectNode(parser._token.Origin);
        parser.ParseDocument(document, scopes[0]);
        return document;
    }

    private void ParseDocument(ObjectNode document, HoconPath path)
    {
        SkipLines();
        if (_token.Kind is not TokenKind.OpenBrace)
        {
            ParseFields(document, path, TokenKind.End);
            return;
        }

        Advance();
        ParseFields(document, path, TokenKind.CloseBrace);
        Advance();
        SkipLines();
        if (_token.Kind is not TokenKind.End)
        {
            throw Unexpected(path, "the end after the closing brace of the document", "remove it, or move the brace");
        }
    }

    /// <summary>Stops at the token that ends the fields.</summary>
    private void ParseFields(ObjectNode target, HoconPath path, TokenKind end)
    {
        SkipLines();
        while (_token.Kind != end)
        {
            if (_token is { Kind: TokenKind.Plain, Text: "include" })
            {
                ParseInclude(target, path);
            }
            else
            {
                ParseField(target, path, new HoconPath.Builder());
            }

            SkipSeparator(path, end, end is TokenKind.End ? "the end" : "'}'");
        }
    }

    private void ParseField(ObjectNode target, HoconPath path, HoconPath.Builder builder)
    {
        var origin = _token.Origin;
        var key = ParseKey(path, builder);
        var full = Nested(path.Then(key));
        SkipLines();
        var separator = _token.Kind;
        if (separator is TokenKind.Assign or TokenKind.Append)
        {
            Advance();
            SkipLines();
        }
        else if (separator is not TokenKind.OpenBrace)
        {
            throw Unexpected(full, "'=', ':', '+=' or '{' after the key", "give the key a value");
        }

        var value = separator is TokenKind.Append
            ? new JoinNode([
                new ReferenceNode(full, [full], isOptional: true, origin),
                new ArrayNode([ParseValue(Nested(full.At(0)))], _token.Origin),
            ])
            : ParseValue(full);
        Put(target, key.Keys, value is ObjectNode || value.IsResolved ? value : new LayersNode(full, [value]));
    }

    private HoconPath ParseKey(HoconPath path, HoconPath.Builder builder)
    {
        var start = _token;
        var blank = "";
        for (; _token.Kind is TokenKind.Plain or TokenKind.Quoted or TokenKind.Blank; Advance())
        {
            if (_token.Kind is TokenKind.Blank)
            {
                blank = _token.Text;
                continue;
            }

            // Blanks within a key belong to it, blanks around it do not
            builder.AddPlain(blank);
            blank = "";
            if (_token.Kind is TokenKind.Quoted)
            {
                builder.AddQuoted(_token.Text);
            }
            else
            {
                builder.AddPlain(_token.Text);
            }
        }

        return builder.Build() ?? throw (start == _token
            ? Unexpected(path, "a key", "write key = value")
            : new ConfigurationException($"{start.Origin}: {path}: found an empty key at {start.Described}, " +
                "expected keys with single dots between them; put a key with dots into double quotes"));
    }

    private void ParseInclude(ObjectNode target, HoconPath path)
    {
        var include = _token;
        Advance();
        var isBlank = _token.Kind is TokenKind.Blank;
        SkipBlanks();
        if (!isBlank || !IncludeStatement.Starts(_token))
        {
            var builder = new HoconPath.Builder();
            builder.AddPlain(include.Text);
            builder.AddPlain(isBlank && _token.Kind is TokenKind.Plain or TokenKind.Quoted ? " " : "");
            ParseField(target, path, builder);
            return;
        }

        var statement = new IncludeStatement();
        while (!statement.IsComplete)
        {
            if (!statement.Take(_token))
            {
                throw Unexpected(path, "the name of a file to include",
                    "write include \"name\", include file(\"name\") or include required(file(\"name\"))");
            }

            Advance();
        }

        if (_includes.Load(statement, path, _scopes, include.Origin) is { } document)
        {
            foreach (var (key, node) in document.Members)
            {
                Put(target, [key], node);
            }
        }
    }

    private Node ParseValue(HoconPath path)
    {
        var pieces = new List<Node>();
        while (ParsePiece(path) is { } piece)
        {
            pieces.Add(piece);
        }

        while (pieces is [.., TextNode { IsBlank: true }])
        {
            pieces.RemoveAt(pieces.Count - 1);
        }

        if (pieces is [])
        {
            throw Unexpected(path, "a value", "write \"\" for an empty text");
        }

        return pieces.Exists(piece => piece is ReferenceNode)
            ? pieces is [var only] ? only : new JoinNode([.. pieces])
            : Merging.Join(pieces, path)!;
    }

    private Node? ParsePiece(HoconPath path)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Plain or TokenKind.Quoted or TokenKind.Blank:
                Advance();
                return new TextNode(token.Text, token.Kind, token.Origin);
            case TokenKind.Reference or TokenKind.OptionalReference:
                return ParseReference(path);
            case TokenKind.OpenBrace:
                Advance();
                var node = new ObjectNode(token.Origin);
                ParseFields(node, path, TokenKind.CloseBrace);
                Advance();
                return node;
            case TokenKind.OpenBracket:
                return ParseArray(path);
            default:
                return null;
        }
    }

    private ArrayNode ParseArray(HoconPath path)
    {
        var origin = _token.Origin;
        var items = ImmutableArray.CreateBuilder<Node>();
        Advance();
        SkipLines();
        while (_token.Kind is not TokenKind.CloseBracket)
        {
            items.Add(ParseValue(Nested(path.At(items.Count))));
            SkipSeparator(path, TokenKind.CloseBracket, "']'");
        }

        Advance();
        return new ArrayNode(items.ToImmutable(), origin);
    }

    private ReferenceNode ParseReference(HoconPath path)
    {
        var start = _token;
        Advance();
        SkipBlanks();
        var target = ParseKey(path, new HoconPath.Builder());
        if (_token.Kind is not TokenKind.CloseBrace)
        {
            throw Unexpected(path, "'}' after the path of the substitution", "write ${path} or ${?path}");
        }

        Advance();
        var candidates = _scopes.Select(scope => scope.Then(target)).ToImmutableArray();
        return new ReferenceNode(target, candidates, start.Kind is TokenKind.OptionalReference, start.Origin);
    }

    private static void Put(ObjectNode target, ImmutableArray<string> keys, Node value)
    {
        foreach (var key in keys.AsSpan(0, keys.Length - 1))
        {
            if (target.Members.TryGetValue(key, out var found) && found is ObjectNode known)
            {
                target = known;
                continue;
            }

            var child = new ObjectNode(value.Origin);
            target.Members[key] = found is null ? child : Merging.Over(child, found);
            target = target.Members[key] as ObjectNode ?? child;
        }

        target.Members[keys[^1]] = target.Members.TryGetValue(keys[^1], out var below)
            ? Merging.Over(value, below)
            : value;
    }

    private void SkipSeparator(HoconPath path, TokenKind end, string endText)
    {
        var isSeparated = SkipLines();
        if (_token.Kind is TokenKind.Comma)
        {
            Advance();
            SkipLines();
            isSeparated = true;
        }

        if (!isSeparated && _token.Kind != end)
        {
            throw Unexpected(path, $"a comma, a new line or {endText}", "put text with special characters into quotes");
        }
    }

    private bool SkipLines()
    {
        var isNewLine = false;
        for (; _token.Kind is TokenKind.NewLine or TokenKind.Blank; Advance())
        {
            isNewLine |= _token.Kind is TokenKind.NewLine;
        }

        return isNewLine;
    }

    private void SkipBlanks()
    {
        while (_token.Kind is TokenKind.Blank)
        {
            Advance();
        }
    }

    private void Advance() => _token = _lexer.Next();

    private HoconPath Nested(HoconPath path) => path.Keys.Length <= DepthMax
        ? path
        : throw new ConfigurationException(
            $"{_token.Origin}: found a value more than {DepthMax} levels deep, expected at most {DepthMax}; " +
            $"flatten what lies below {new HoconPath(path.Keys[..3])}");

    private ConfigurationException Unexpected(HoconPath path, string expected, string advice) =>
        new($"{_token.Origin}: {path}: found {_token.Described}, expected {expected}; {advice}");
}
