namespace Barter.Journal;

/// <summary>Where the files of one session's journal are. What it cannot do is an <see cref="IOException"/>.</summary>
public interface IJournalDisk
{
    /// <summary>The names of the files there, in ordinal order; none where there is no such directory.</summary>
    IReadOnlyList<string> List();

    /// <summary>Opens a file to append to it; one that is made now exists durably on return.</summary>
    IJournalFile OpenAppend(string name);

    /// <summary>Opens a file that somebody else may be writing.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    IJournalFile OpenRead(string name);

    /// <summary>Removes a file, durably.</summary>
    void Delete(string name);

    /// <summary>Makes the caller the one writer until it disposes of what it gets, or its process ends.</summary>
    /// <exception cref="JournalException">Somebody else is; the message names the process.</exception>
    IDisposable Lock();
}
