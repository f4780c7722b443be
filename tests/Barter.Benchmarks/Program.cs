using Barter.Benchmarks;
using Barter.Benchmarks.Actors;
using Barter.Benchmarks.Columnar;
using Barter.Benchmarks.Import;
using Barter.Benchmarks.Journals;
using Barter.Benchmarks.Latency;
using Barter.Benchmarks.Loop;
using Barter.Benchmarks.Parts;
using Barter.Benchmarks.Restarts;
using Barter.Benchmarks.Runs;

Verb[] verbs =
[
    new("actors", "how fast the actor runtime is, beside plain channels and tasks (under a minute)", ActorsVerb.Run),
    new("columnar", "how fast stored market data is read, and how large it is (seconds)", ColumnarVerb.Run),
    new("import", "how fast files of trades are read and imported (under a minute)", ImportVerb.Run),
    new("journal", "how fast a session's journal is written and read, beside the disk's own fsync", JournalVerb.Run),
    new("latency", "from a market event to its order, in a whole session (two minutes)", LatencyVerb.Run),
    new("loop", "a run of the loop, part by part, beside the simplest loop there is (two minutes)", LoopVerb.Run),
    new("restart", "from the start of a session of a million events to its being ready", RestartVerb.Run),
    new("runs", "a thousand backtests over one shared day, with one job and with two", RunsVerb.Run),
    new("parts", "actors and the engine's parts in BenchmarkDotNet; its own options follow", PartsVerb.Run),
];

if (args is [var name, .. var rest] && verbs.FirstOrDefault(verb => verb.Name == name) is { } chosen)
{
    return await chosen.Run(rest);
}

var isHelp = args is ["--help" or "-h" or "help"];
var output = isHelp ? Console.Out : Console.Error;
if (args.Length > 0 && !isHelp)
{
    output.WriteLine($"'{args[0]}' is nothing that can be measured; choose one of these:");
}

output.WriteLine("usage: dotnet run -c Release --project tests/Barter.Benchmarks -- <what> [options]");
foreach (var verb in verbs)
{
    output.WriteLine($"  {verb.Name,-10} {verb.Summary}");
}

output.WriteLine("example: dotnet run -c Release --project tests/Barter.Benchmarks -- actors --json");
return isHelp ? 0 : 2;
