using System.Diagnostics;

namespace Barter.Journal.Tests;

public class JournalDiskTests
{
    [Fact]
    public void A_journal_in_a_directory_is_what_one_in_memory_is()
    {
        using var folder = new TempFolder();
        var options = Given.Options with { SegmentBytes = 300 };
        using (var journal = folder.Disk.Open(options))
        {
            foreach (var note in Given.Notes(30))
            {
                journal.Append(note);
                journal.Flush();
            }
        }

        var memory = Given.Written(Given.Notes(30), 300);
        Assert.Equal(memory.Segments(), folder.Disk.Segments());
        Assert.All(memory.Segments(), name => Assert.Equal(memory.Bytes(name), File.ReadAllBytes(folder[name])));
        using var again = folder.Disk.Open(options);
        Assert.Equal(Given.Notes(30), again.Entries());
    }

    [Fact]
    public void An_unfinished_write_is_cut_off_the_file()
    {
        using var folder = new TempFolder();
        using (var journal = folder.Disk.Open())
        {
            journal.Append(Given.Note(0));
            journal.Flush();
        }

        var file = folder[folder.Disk.Segments()[0]];
        var length = new FileInfo(file).Length;
        File.AppendAllText(file, "half");
        using var again = folder.Disk.Open();

        Assert.Equal(4, again.Found.TornBytes);
        Assert.Equal(length, new FileInfo(file).Length);
    }

    [Fact]
    public void A_session_has_one_writer_in_a_process()
    {
        using var folder = new TempFolder();
        using (folder.Disk.Open())
        {
            var refused = Assert.Throws<JournalException>(() => folder.Disk.Open());
            Assert.Equal(JournalFault.Locked, refused.Kind);
            Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        }

        folder.Disk.Open().Dispose();
    }

    [Fact]
    [Trait("Category", "Integration")]
    public void A_session_has_one_writer_among_processes_until_that_is_killed()
    {
        using var folder = new TempFolder();
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "exec", typeof(JournalDiskTests).Assembly.Location, "hold", folder.Path },
        };
        using var other = Process.Start(start)!;
        try
        {
            Assert.Equal("held", other.StandardOutput.ReadLine());
            var refused = Assert.Throws<JournalException>(() => folder.Disk.Open());
            Assert.Equal(JournalFault.Locked, refused.Kind);
            Assert.Contains($"process {other.Id};", refused.Message, StringComparison.Ordinal);
            Assert.Throws<JournalException>(() => JournalFile.Repair(folder.Disk));
        }
        finally
        {
            other.Kill();
            other.WaitForExit();
        }

        using var journal = folder.Disk.Open();
        Assert.False(journal.Found.IsNew);
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_a_failure_of_the_disk()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.Path, "in the way");

        var failure = Assert.Throws<JournalException>(() => JournalDisk.At(folder["below"]).Open());
        Assert.Equal(JournalFault.Disk, failure.Kind);
    }
}
