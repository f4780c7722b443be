using Akka.Configuration.Hocon;

namespace Akka.Configuration;

public sealed class SourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hocon-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("name", "include \"parts/b.conf\"")]
    [InlineData("file", "include file(\"parts/b.conf\")")]
    [InlineData("required name", "include required(\"parts/b.conf\")")]
    [InlineData("required file", "include required(file(\"parts/b.conf\"))")]
    [InlineData("blanks", "include  required( file( \"parts/b.conf\" ) ) # c")]
    public void An_included_file_is_found_beside_the_including_one(string row, string include)
    {
        Assert.NotEmpty(row);
        Write("parts/b.conf", "include \"c.conf\"\nx = 2, y = 2");
        Write("parts/c.conf", "y = 3, z = 3");

        var config = ConfigurationFactory.ParseFile(Write("a.conf", $"x = 1\n{include}\nw = 1"));

        Assert.Equal("{w:<1>,x:<2>,y:<2>,z:<3>}", Trees.Of(config));
    }

    [Fact]
    public void References_of_an_included_file_look_into_it_first()
    {
        Write("b.conf", "x = inner, y = ${x}, z = ${w}, list = ${?list} [2]\ndeep { include \"c.conf\" }");
        Write("c.conf", "v = ${x} ${w} ${u}, u = own");

        var config = ConfigurationFactory.ParseFile(Write("a.conf",
            "x = outer, w = root, a.list = [1]\na { include \"b.conf\" }"));

        Assert.Equal("{deep:{u:<own>,v:<inner root own>},list:[<1>,<2>],x:<inner>,y:<inner>,z:<root>}",
            Trees.Of(config.GetConfig("a")));
    }

    [Fact]
    public void A_missing_file_matters_where_it_is_required()
    {
        Assert.Equal(1, ConfigurationFactory.ParseFile(Write("a.conf", "include \"none\"\nx = 1")).GetInt("x"));

        var path = Write("b.conf", "a {\n  include required(file(\"none\"))\n}");
        var fault = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseFile(path));

        Assert.StartsWith($"{path}:2:3: a: include: 'none' is not there; create it", fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_include_each_other_are_refused_with_their_chain()
    {
        var a = Write("a.conf", "include \"b.conf\"");
        var b = Write("b.conf", "x { include \"a.conf\" }");

        var fault = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseFile(a));

        Assert.Contains($"{a} → {b} → {a};", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_name_the_file_they_are_in()
    {
        Write("b.conf", "\nx {\n  timeout = soon\n}");
        var config = ConfigurationFactory.ParseFile(Write("a.conf", "include \"b.conf\""));

        var fault = Assert.Throws<ConfigurationException>(() => config.GetTimeSpan("x.timeout"));

        Assert.Contains("x.timeout = 'soon' (", fault.Message, StringComparison.Ordinal);
        Assert.Contains("b.conf:3) is no duration", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        foreach (var path in new[] { Path.Combine(_folder, "none.conf"), _folder, "\0" })
        {
            var fault = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseFile(path));

            Assert.Contains($"'{path}'", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_callback_answers_includes()
    {
        var included = new HoconRoot(ConfigurationFactory.ParseString("y = 2, z { u = 1 }").Root);

        var config = ConfigurationFactory.ParseString(
            "a { include \"one\" }\na.z.v = 2\nb { include file(\"one\") }\ninclude \"none\"",
            name => name == "one" ? included : null!);

        Assert.Equal("{a:{y:<2>,z:{u:<1>,v:<2>}},b:{y:<2>,z:{u:<1>}}}", Trees.Of(config));
        Assert.Equal("{y:<2>,z:{u:<1>}}", Trees.Of(new Config(included)));
    }

    [Fact]
    public void A_resource_is_found_by_its_name()
    {
        const string Name = "Akka.Configuration.reference.conf";

        Assert.True(ConfigurationFactory.FromResource<Config>(Name).HasPath("akka"));
        Assert.True(ConfigurationFactory.FromResource(Name, Config.Empty).HasPath("akka"));
        Assert.True(ConfigurationFactory.FromResource(Name, typeof(Config).Assembly).HasPath("akka"));
        Assert.True(ConfigurationFactory.Default().HasPath("akka"));
        Assert.Same(Config.Empty, ConfigurationFactory.Empty);

        var fault = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.FromResource<Config>("none"));
        Assert.Contains($"no embedded resource 'none'; it has: {Name}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_that_is_no_object_is_refused()
    {
        var value = ((Config)"a = 1").GetValue("a")!;

        var fault = Assert.Throws<ConfigurationException>(() => new Config(new HoconRoot(value)));

        Assert.Contains("a = '1' (string:1) cannot be the root", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_no_configuration_is_named()
    {
        var fault = ConfigurationException.NullOrEmptyConfig<SourceTests>("akka.x");

        Assert.Contains("SourceTests needs a configuration, but 'akka.x' is empty", fault.Message,
            StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
