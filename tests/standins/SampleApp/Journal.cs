using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>What happened in this process, by topic, in order.</summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _topics = new(StringComparer.Ordinal);

    public void Note(string topic, string entry) => _topics.GetOrAdd(topic, _ => new ConcurrentQueue<string>()).Enqueue(entry);

    public IReadOnlyCollection<string> Of(string topic) => _topics.TryGetValue(topic, out var entries) ? entries : [];
}

/// <summary>Lets a test read the journal.</summary>
internal sealed class JournalFunction(Journal journal)
{
    [Function("ReadJournal")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "journal/{topic}")] HttpRequest http, string topic) =>
        Results.Ok(journal.Of(topic));
}
