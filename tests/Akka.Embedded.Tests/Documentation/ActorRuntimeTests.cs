using Akka.Actor;
using Akka.TestKit;

namespace Akka.Documentation;

public sealed class ActorRuntimeTests
{
    private const string Mark = "<!-- The list below is renewed with BARTER_GOLDEN=write and compared by a test. -->";

    /// <summary>A reader must find there what is offered, all of it and nothing else.</summary>
    [Fact]
    public void The_documentation_lists_what_is_offered()
    {
        var file = Path.Combine(Root(), "docs", "actor-runtime.md");
        var offered = Mark + "\n" + PublicApi.Of(typeof(ActorSystem).Assembly, typeof(TestKitBase).Assembly);
        var text = File.ReadAllText(file);
        var listed = text[text.IndexOf(Mark, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("BARTER_GOLDEN") is "write")
        {
            File.WriteAllText(file, text.Replace(listed, offered, StringComparison.Ordinal));
            return;
        }

        Assert.Equal(offered, listed);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Barter.Actors.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("no root above the tests");
    }
}
