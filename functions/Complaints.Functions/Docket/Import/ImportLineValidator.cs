using Complaints.Domain;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using FluentValidation;

namespace Complaints.Functions.Docket.Import;

/// <summary>Whether a row is filled in, and whether it agrees with itself. What the law says of it is asked of the domain.</summary>
internal sealed class ImportLineValidator : AbstractValidator<ImportLine>
{
    private static readonly string[] Answers = ["yes", "no", "unknown"];

    private static readonly string[] Undecided = ["pending", "no_decision"];

    public ImportLineValidator()
    {
        var codes = Taxonomies.Shipped;
        Token(Column("case_id").Present(), 40);
        Column("matter").Present().OneOf(codes.Matters);
        Column("forum").Present();
        Column("forum_level").OneOf(["first_instance"]);
        Column("channel").OneOf(codes.Channels);
        Received();
        Column("complainant_type").OneOf(codes.ComplainantTypes);
        Token(Column("complainant_pseudonym"), 40);
        Column("challenged_actor").Present().When(line => line["matter"] == "complaint");
        Token(Column("challenged_act_id"), 80);
        Day("challenged_act_date");
        Column("subject").OneOf(codes.Subjects);
        Column("outcome").Present().OneOf(codes.Outcomes);
        Decided();
        Several("ground", codes.Grounds);
        Several("remedy", codes.Remedies);
        Column("rectification_offered").OneOf(Answers);
        Column("appealed").OneOf(Answers);
        Column("appealed").Must(value => value != "yes").WithErrorCode("import.appeal-is-a-step")
            .WithMessage("An appeal has a forum and a day. Import the row as 'unknown' and record the appeal as a step.");
        Column("known_via").OneOf(codes.KnownVia);
        Day("as_of");
    }

    /// <summary>Everything that is wrong with the row, each with its column.</summary>
    public IReadOnlyList<Refusal> RefusalsOf(ImportLine line) => Problems.RefusalsOf(Validate(line));

    private void Received()
    {
        Instant("received_local").Present();
        Column("received_zone").Present().Zone();
        Instant("received_utc");
        Column("received_local")
            .Must((line, _) => line.Instant("received_local")?.ToInstant() == line.Instant("received_utc")?.ToInstant())
            .When(line => line.Instant("received_local") is not null && line.Instant("received_utc") is not null)
            .WithErrorCode("import.received-differs")
            .WithMessage("received_local and received_utc are not the same instant.");
        Column("received_local")
            .Must((line, _) => line.Instant("received_local") is not { } local
                || Zones.Find(line["received_zone"] ?? "") is not { } zone
                || zone.GetUtcOffset(local.ToInstant()) == local.Offset)
            .WithErrorCode("import.offset-differs")
            .WithMessage("received_local has another offset than received_zone had at that instant.");
    }

    private void Decided()
    {
        Instant("decided_utc").Present().When(line => !Undecided.Contains(line["outcome"]));
        Column("decided_utc").Must(value => value is null).When(line => Undecided.Contains(line["outcome"]))
            .WithErrorCode("import.undecided-has-date")
            .WithMessage("What is pending or without a decision has no day of decision.");
        Column("decided_utc")
            .Must((line, _) => line.Instant("decided_utc")?.ToInstant() >= line.Instant("received_local")?.ToInstant())
            .When(line => line.Instant("decided_utc") is not null && line.Instant("received_local") is not null)
            .WithErrorCode("decision.before-receipt")
            .WithMessage("It was decided before it was received.");
    }

    private IRuleBuilderInitial<ImportLine, string?> Column(string name) =>
        RuleFor(line => line[name]).Configure(rule => rule.PropertyName = name);

    private IRuleBuilderOptions<ImportLine, string?> Instant(string name) =>
        Column(name).Must((line, value) => value is null || line.Instant(name) is not null).WithErrorCode("field.not-an-instant")
            .WithMessage("'{PropertyPath}' is written with its offset, for example 2021-01-10T10:00:00+06:00.");

    private void Day(string name) =>
        Column(name).Must((line, value) => value is null || line.Day(name) is not null).WithErrorCode("field.not-a-day")
            .WithMessage("'{PropertyPath}' is a day, for example 2021-01-10.");

    // Letters, digits and a few signs: an id or a pseudonym, where a name with its spaces would not pass.
    private static void Token(IRuleBuilder<ImportLine, string?> column, int characters) =>
        column.AtMost(characters).Must(value => value is null || value.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '_' or '.' or '/'))
            .WithErrorCode("field.not-an-id")
            .WithMessage("'{PropertyPath}' takes letters, digits and - _ . / only.");

    private void Several(string name, IReadOnlyCollection<string> codes)
    {
        Column(name).Must((line, _) => line.Several(name).Distinct(StringComparer.Ordinal).Count() == line.Several(name).Count).WithErrorCode("field.repeated")
            .WithMessage("'{PropertyPath}' names the same thing twice; each counts once.");
        Column(name).Must((line, _) => line.Several(name).All(codes.Contains)).WithErrorCode("field.not-a-code")
            .WithMessage((line, _) => $"'{line[name]}' is not one of, or several with semicolons between: {string.Join(", ", codes)}.");
    }
}
