using System.Collections.Immutable;
using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>The keys from the root to a value; an element of a list counts as the key <c>[index]</c>.</summary>
internal sealed class HoconPath(ImmutableArray<string> keys)
{
    public static readonly HoconPath Root = new([]);

    public ImmutableArray<string> Keys => keys;

    public HoconPath Then(HoconPath more) => new(keys.AddRange(more.Keys));

    public HoconPath Then(string key) => new(keys.Add(key));

    public HoconPath At(int index) => Then($"[{index}]");

    public bool StartsWith(HoconPath other) => keys.AsSpan().StartsWith(other.Keys.AsSpan());

    public bool Is(HoconPath other) => keys.AsSpan().SequenceEqual(other.Keys.AsSpan());

    /// <summary>Reads a path as a getter is given it: dots part the keys, quotes protect dots.</summary>
    public static HoconPath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var builder = new Builder();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '"')
            {
                builder.AddPlain(text.AsSpan(index, 1));
                continue;
            }

            var quoted = new StringBuilder();
            for (index++; index < text.Length && text[index] != '"'; index++)
            {
                index += text[index] == '\\' && index + 1 < text.Length ? 1 : 0;
                quoted.Append(text[index]);
            }

            builder.AddQuoted(index < text.Length
                ? quoted.ToString()
                : throw new ConfigurationException($"The path '{text}' opens a quote without closing it; close it"));
        }

        return builder.Build() ?? throw new ConfigurationException(
            $"The path '{text}' has an empty key; write keys with single dots between them, as in akka.actor.provider");
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var key in keys)
        {
            var isIndex = key is ['[', .. var digits, ']'] && digits.All(char.IsAsciiDigit);
            text.Append(isIndex || text.Length == 0 ? "" : ".").Append(isIndex ? key : Printer.Key(key));
        }

        return text.Length == 0 ? "the root" : text.ToString();
    }

    /// <summary>Gathers keys from plain text, where a dot parts them, and quoted text, where it does not.</summary>
    internal sealed class Builder
    {
        private readonly ImmutableArray<string>.Builder _keys = ImmutableArray.CreateBuilder<string>();
        private readonly StringBuilder _key = new();
        private bool _isQuoted;
        private bool _hasEmpty;

        public void AddQuoted(string text)
        {
            _isQuoted = true;
            _key.Append(text);
        }

        public void AddPlain(ReadOnlySpan<char> text)
        {
            foreach (var letter in text)
            {
                if (letter == '.')
                {
                    EndKey();
                }
                else
                {
                    _key.Append(letter);
                }
            }
        }

        /// <summary>The path, or null where a key is empty without being quoted.</summary>
        public HoconPath? Build()
        {
            EndKey();
            return _hasEmpty ? null : new HoconPath(_keys.ToImmutable());
        }

        private void EndKey()
        {
            _hasEmpty |= _key.Length == 0 && !_isQuoted;
            _keys.Add(_key.ToString());
            _key.Clear();
            _isQuoted = false;
        }
    }
}
