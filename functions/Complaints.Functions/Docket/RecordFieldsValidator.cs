using Complaints.Domain;
using Complaints.Domain.Docket;
using FluentValidation;
using FluentValidation.Results;

namespace Complaints.Functions.Docket;

/// <summary>Lets a validator ask the rules of the record's own fields, the same that corrections follow.</summary>
internal static class RecordFieldsValidator
{
    /// <summary>The value goes into this field of the record.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> Follows<T>(this IRuleBuilder<T, string?> rule, string field) =>
        rule.Custom((value, context) => Add(context, FieldRules.Of(field).Refuse(context.PropertyPath, value)));

    /// <summary>The list goes into this field of the record.</summary>
    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<string>?> Follows<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule, string field) =>
        rule.Custom((values, context) => Add(context, [.. FieldRules.Refuse(field, context.PropertyPath, values ?? [])]));

    /// <summary>What is reported brings only fields of its own.</summary>
    public static IRuleBuilderOptionsConditions<T, T> BringsItsOwn<T>(this IRuleBuilder<T, T> rule, Func<T, Happening> toHappening) =>
        rule.Custom((request, context) => Add(context, [.. OwnFields.Refuse(toHappening(request))]));

    private static void Add<T>(ValidationContext<T> context, params Refusal?[] refusals)
    {
        foreach (var refusal in refusals.OfType<Refusal>())
        {
            context.AddFailure(new ValidationFailure(refusal.Field, refusal.Message) { ErrorCode = refusal.Code });
        }
    }
}
