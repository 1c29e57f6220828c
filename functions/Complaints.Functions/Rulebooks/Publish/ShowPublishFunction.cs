using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Rulebooks.Publish;

internal sealed class ShowPublishFunction(PublishForms forms)
{
    [Function("ShowPublish")]
    [Allow(Roles.Administrator)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/rulebooks")] HttpRequest http) => forms.New(http.HttpContext);
}
