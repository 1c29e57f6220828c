namespace Complaints.TestKit;

/// <summary>Decides which fault meets the next request: first those asked for by number, then those by chance.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly Queue<Fault> _next = new();
    private Random _random = new(0);
    private double _probability;
    private IReadOnlyList<Fault> _kinds = [];

    public void Add(Fault fault, int times)
    {
        lock (_gate)
        {
            for (var i = 0; i < times; i++)
            {
                _next.Enqueue(fault);
            }
        }
    }

    public void Set(double probability, int seed, IReadOnlyList<Fault> kinds)
    {
        if (kinds.Count == 0)
        {
            throw new ArgumentException("Name the faults to draw from.", nameof(kinds));
        }

        lock (_gate)
        {
            _random = new(seed);
            _probability = probability;
            _kinds = kinds;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _next.Clear();
            _probability = 0;
        }
    }

    public Fault Draw()
    {
        lock (_gate)
        {
            if (_next.TryDequeue(out var fault))
            {
                return fault;
            }

            return _random.NextDouble() < _probability ? _kinds[_random.Next(_kinds.Count)] : Fault.None;
        }
    }
}
