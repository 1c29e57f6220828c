using Complaints.Domain.Rulebooks;
using Complaints.Functions.Alerts;
using Complaints.Functions.Alerts.Undelivered;
using Complaints.Functions.Docket;
using Complaints.Functions.Docket.Bundle;
using Complaints.Functions.Docket.Documents;
using Complaints.Functions.Docket.Erase;
using Complaints.Functions.Docket.HandOver;
using Complaints.Functions.Docket.HearConsent;
using Complaints.Functions.Docket.Follow;
using Complaints.Functions.Docket.Import;
using Complaints.Functions.Docket.LinkSame;
using Complaints.Functions.Docket.List;
using Complaints.Functions.Docket.NoteFact;
using Complaints.Functions.Docket.Rebuild;
using Complaints.Functions.Docket.Recompute;
using Complaints.Functions.Docket.OpenElection;
using Complaints.Functions.Docket.Print;
using Complaints.Functions.Docket.Record;
using Complaints.Functions.Docket.Scan;
using Complaints.Functions.Docket.SetHold;
using Complaints.Functions.Docket.TakeStep;
using Complaints.Functions.Docket.TakeStep.Together;
using Complaints.Functions.Docket.Undo;
using Complaints.Functions.Docket.VerifyReceipt;
using Complaints.Functions.Docket.WhatIf;
using Complaints.Functions.Health;
using Complaints.Functions.Http;
using Complaints.Functions.People;
using Complaints.Functions.People.Lock;
using Complaints.Functions.People.NameMember;
using Complaints.Functions.People.ReadTeam;
using Complaints.Functions.People.RemoveMember;
using Complaints.Functions.People.SignIn;
using Complaints.Functions.Rulebooks;
using Complaints.Functions.Rulebooks.Checking;
using Complaints.Functions.Rulebooks.Publish;
using Complaints.Functions.Samples;
using Complaints.Functions.Statistics.Read;
using Complaints.Functions.Statistics.Report;
using Complaints.Storage;
using Complaints.Storage.Answers;
using Complaints.Storage.Codes;
using Complaints.Storage.Docket;
using Complaints.Storage.Docket.Rebuilding;
using Complaints.Storage.Drafts;
using Complaints.Storage.Evidence;
using Complaints.Storage.People;
using Complaints.Storage.Rulebooks;
using Complaints.Storage.Vault;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Complaints.Functions;

/// <summary>Puts the rooms together: which store works on which table, and every handler.</summary>
internal static class Wiring
{
    public static void AddStorage(this IServiceCollection services, Settings settings)
    {
        var account = new StorageAccount(settings.Storage);
        services.AddSingleton(account);
        services.AddHostedService<StorageReady>();
        services.AddSingleton(new LawShelf(ShippedLaw.Rulebooks, new RulebookStore(account.Rulebooks)));
        services.AddSingleton(of => new ElectionStore(account.Elections, of.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new PeopleStore(account.Elections));
        services.AddSingleton(new RegisterView(account.Docket));
        services.AddSingleton(of => new DocketStore(
            account.Docket, of.GetRequiredService<ElectionStore>(), of.GetRequiredService<LawShelf>(), of.GetRequiredService<RegisterView>()));
        services.AddSingleton(new DueStore(account.Docket));
        services.AddSingleton(of => new IndexRebuild(account.Docket, of.GetRequiredService<LawShelf>()));
        services.AddSingleton(new VaultSweep(account.Vault, account.Retaliation));
        services.AddSingleton(new ReadLog(account.Docket));
        services.AddSingleton(new ErasureStore(account.Docket));
        services.AddSingleton(new Vaults(new VaultStore(account.Vault, settings.VaultKeys), new VaultStore(account.Retaliation, settings.RetaliationKeys)));
        services.AddSingleton(of => of.GetRequiredService<Vaults>().Identities);
        services.AddSingleton(of => new EvidenceStore(account.Evidence, of.GetRequiredService<VaultStore>(), of.GetRequiredService<TimeProvider>()));
        services.AddSingleton(of => new DraftStore(account.Drafts, account.DraftDocuments, settings.VaultKeys, of.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new Quarantine(account.Evidence));
        services.AddSingleton(settings.Scanner);
        services.AddSingleton(new CodeStore(account.Codes));
        services.AddSingleton(new AttemptStore(account.Codes));
        services.AddSingleton(new AnswerStore(account.Answers));
        services.AddSingleton<Once>();
    }

    public static void AddHandlers(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new DocumentLimits(settings.LargestDocument, settings.LargestComplaint));
        services.AddSingleton<CheckAdmissibilityHandler>();
        services.AddSingleton<CheckHandler>();
        services.AddSingleton<CheckFields>();
        services.AddSingleton<CheckForms>();
        services.AddSingleton<RecordComplaintHandler>();
        services.AddSingleton<OpenElectionHandler>();
        services.AddSingleton<OpeningForms>();
        services.AddSingleton<PublishForms>();
        services.AddSingleton<LawForms>();
        services.AddSingleton<StorageCheck>();
        services.AddSingleton<ListComplaintsHandler>();
        services.AddSingleton<TakeStepHandler>();
        services.AddSingleton<Duplicates>();
        services.AddSingleton<DraftForms>();
        services.AddSingleton<OfflineQuestions>();
        services.AddSingleton<DraftHandler>();
        services.AddSingleton<SendDraftHandler>();
        services.AddSingleton<StepForms>();
        services.AddSingleton<ClusterHandler>();
        services.AddSingleton<TogetherForms>();
        services.AddSingleton<NoteFactHandler>();
        services.AddSingleton<ImportRegisterHandler>();
        services.AddSingleton<ImportForms>();
        services.AddSingleton<PublishRulebookHandler>();
        services.AddSingleton<RecomputeHandler>();
        services.AddSingleton<RebuildIndexesHandler>();
        services.AddSingleton<WhatIfHandler>();
        services.AddSingleton<ReadStatisticsHandler>();
        services.AddSingleton<ReportFigureHandler>();
        services.AddSingleton<NameMemberHandler>();
        services.AddSingleton<ReadTeamHandler>();
        services.AddSingleton<RemoveMemberHandler>();
        services.AddSingleton<Acquaintance>();
        services.AddSingleton<LockHandler>();
        services.AddSingleton<TeamForms>();
        services.AddSingleton<PeopleForms>();
        services.AddSingleton<SignInForms>();
        services.AddSingleton<AddDocumentHandler>();
        services.AddSingleton<UploadDoor>();
        services.AddSingleton<UploadForms>();
        services.AddSingleton<UndoHandler>();
        services.AddSingleton<PaperWriter>();
        services.AddSingleton<ReadDocumentHandler>();
        services.AddSingleton<ScanDocumentsHandler>();
        services.AddSingleton<Unsealing>();
        services.AddSingleton<OpenIdentityHandler>();
        services.AddSingleton<ComplaintForms>();
        services.AddSingleton<HearConsentHandler>();
        services.AddSingleton<SetHoldHandler>();
        services.AddSingleton<HandOverHandler>();
        services.AddSingleton<LinkSameHandler>();
        services.AddSingleton<EraseHandler>();
        services.AddSingleton<RewrapKeysHandler>();
        services.AddSingleton<ReadBundleHandler>();
        services.AddSingleton(settings.ReceiptKeys);
        services.AddSingleton<Receipts>();
        services.AddSingleton(settings.CodeSecret);
        services.AddSingleton<Hashing>();
        services.AddSingleton<IssueCodeHandler>();
        services.AddSingleton<FollowForms>();
        services.AddSingleton<FollowHandler>();
        services.AddSingleton<VerifyForms>();
        services.AddSingleton<VerifyReceiptHandler>();
        services.AddSingleton<TidyUpHandler>();
        services.AddSingleton<SweepDeadlinesHandler>();
        services.AddSingleton<DeliverAlertsHandler>();
        services.AddSingleton<UndeliveredForms>();
        services.AddHostedService<SampleElection>();
    }
}

/// <summary>Makes tables and container before the first call is answered.</summary>
internal sealed class StorageReady(StorageAccount account) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => account.PrepareAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
