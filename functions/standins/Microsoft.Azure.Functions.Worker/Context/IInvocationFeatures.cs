namespace Microsoft.Azure.Functions.Worker;

/// <summary>Objects that belong to one run, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Keeps the object of this type, in place of an earlier one.</summary>
    public void Set<T>(T instance);

    /// <summary>The object kept for this type; the type's default if there is none.</summary>
    public T? Get<T>();
}
