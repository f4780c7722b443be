using System.Collections.Frozen;

namespace Barter.Architecture.Tests.Planted;

/// <summary>Statics, most of which sessions would share.</summary>
internal static class Statics
{
    internal static class Assignable
    {
        internal static int Count = 1;
    }

    internal static class Settable
    {
        internal static int Count { get; set; }
    }

    internal static class OfThread
    {
        [ThreadStatic]
        internal static int Count;

        internal static void Start() => Count = 1;
    }

    internal static class Mapping
    {
        internal static readonly Dictionary<string, int> Rows = [];
    }

    internal static class Listing
    {
        internal static readonly IList<int> Rows = [];
    }

    internal static class ShownArray
    {
        public static readonly int[] Rows = [1];
    }

    internal static class ShownArrayProperty
    {
        public static int[] Rows { get; } = [1];
    }

    internal static class Counting
    {
        internal static readonly Counter Shared = new();
    }

    internal static class Unchanging
    {
        internal const int Count = 1;

        internal static readonly FrozenDictionary<string, int> Rows = FrozenDictionary<string, int>.Empty;

        private static readonly string[] Words = ["one"];

        internal static string First { get; } = Words[0];

        internal static Func<int, int> Twice() => value => 2 * value;

        internal static Func<string, int> Length() => int.Parse;
    }

    internal sealed class Counter
    {
        private int _count;

        internal int Next() => ++_count;
    }
}
