// rytm serve: the public pages and feeds over HTTP.
#include <iostream>
#include <memory>
#include <thread>

#include "app/catalog_keeper.h"
#include "app/embedded.h"
#include "app/mail_thread.h"
#include "commands/command.h"
#include "commands/configuration.h"
#include "commands/letter_making.h"
#include "server/api/api.h"
#include "server/asked_page.h"
#include "server/own_pages_handler.h"
#include "server/public_files_handler.h"
#include "server/router.h"
#include "server/server.h"
#include "server/slow_handlers.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string public_url;
  std::string config;
  ServerOptions server;
};

// "src/pages/templates/body.mustache" is the template "body".
PageTemplates EmbeddedTemplates() {
  constexpr std::string_view kFolder = "src/pages/templates/";
  constexpr std::string_view kEnding = ".mustache";
  PageTemplates templates;
  for (std::string_view path : EmbeddedPaths(kFolder)) {
    const std::string_view text = *EmbeddedFile(path);
    path.remove_prefix(kFolder.size());
    path.remove_suffix(kEnding.size());
    templates.emplace(path, text);
  }
  return templates;
}

// "https://rytm.ekeby.example": pages link from the root of their host, so there is no path.
Result<Done> CheckPublicUrl(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::string_view name = url.substr(0, scheme);
  if (url.empty() || (scheme != std::string_view::npos && (name == "https" || name == "http") &&
                      IsPlainHost(url.substr(scheme + 3))))
    return Done{};
  return Refuse(ErrorCode::kBadInput,
                Text("--public-url: \"" + std::string(url) +
                         "\" går inte att använda. Skriv bara https:// och värdnamnet, "
                         "som https://rytm.ekeby.example.",
                     "--public-url: \"" + std::string(url) +
                         "\" cannot be used. Write only https:// and the host's name, "
                         "such as https://rytm.ekeby.example."));
}

void TellAddresses(CommandContext& context, const Options& options, const Server& server,
                   const Organisation& organisation) {
  std::string host = options.server.listen.substr(0, options.server.listen.rfind(':'));
  if (host == "0.0.0.0" || host == "[::]") host = "localhost";  // every address of this machine
  const std::string base = options.public_url.empty()
                               ? "http://" + host + ":" + std::to_string(server.port())
                               : options.public_url;
  const bool swedish = context.language == Language::kSwedish;
  context.out << (swedish ? "Offentlig kalender: " : "Public calendar: ") << base << "/"
              << organisation.id << "\n"
              << (swedish ? "Alla sammanträden:  " : "All meetings:    ") << base << "/feeds/"
              << organisation.id << "/all.ics" << std::endl;
}

// Null where no mail is sent. Tells of trouble on a thread of its own.
Result<std::unique_ptr<MailThread>> StartMail(CommandContext& context, const Options& options,
                                              const Configuration& configuration) {
  if (!configuration.mail) return std::unique_ptr<MailThread>();
  return MailThread::Start(
      options.data, *configuration.mail, MakeLetters(options.public_url, *configuration.mail),
      [&context](const Text& trouble) {
        context.err << "rytm: " + trouble.In(context.language) + "\n" << std::flush;
      },
      context.clock);
}

void Serve(CommandContext& context, const Options& options) {
  const Result<Done> public_url = CheckPublicUrl(options.public_url);
  if (!public_url.ok()) return Refuse(context, public_url.error());
  const Result<Configuration> configuration = ReadConfiguration(options.config);
  if (!configuration.ok()) return Refuse(context, configuration.error());
  Result<std::unique_ptr<CatalogKeeper>> opened = CatalogKeeper::Open(options.data, context.clock);
  if (!opened.ok()) return Refuse(context, opened.error());
  CatalogKeeper& keeper = *opened.value();
  const PageTemplates templates = EmbeddedTemplates();
  const std::string_view style = EmbeddedFile("src/pages/style/public.css").value_or("");
  const Workplace workplace = Workplace::Embedded();
  SystemRandomness randomness;
  std::unique_ptr<Server> server;  // outlives the threads of the API, which ring its bell
  const Result<std::unique_ptr<Api>> api =
      Api::Open({.folder = options.data, .public_url = options.public_url}, context.clock,
                randomness, [&] { server->RefreshNow(); });
  if (!api.ok()) return Refuse(context, api.error());
  const Result<std::unique_ptr<SlowHandler>> own_pages =
      OpenOwnPages(options.data, options.public_url, context.clock, randomness, templates,
                   [&] { server->RefreshNow(); });
  if (!own_pages.ok()) return Refuse(context, own_pages.error());
  const std::unique_ptr<SlowHandler> files = ServePublicFiles(
      [&] { return keeper.Current(); }, [&] { return keeper.Today(); }, options.public_url);
  SlowHandlers slow({api.value().get(), own_pages.value().get(), files.get()});
  Result<std::unique_ptr<Server>> listening = Server::Listen(
      options.server, context.clock,
      [&](const HttpRequest& request) {
        return Route(request, {.catalog = keeper.Current(),
                               .private_feeds = keeper.CurrentPrivate(),
                               .cache = &keeper.cache(),
                               .now = keeper.Now(),
                               .today = keeper.Today(),
                               .templates = templates,
                               .style = style,
                               .workplace = workplace,
                               .public_url = options.public_url});
      },
      [&] {
        const Result<bool> refreshed = keeper.Refresh();
        if (!refreshed.ok())
          context.err << "rytm: " << refreshed.error().message.In(context.language) << std::endl;
        const Result<Done> told = api.value()->TellNews();
        if (!told.ok())
          context.err << "rytm: " << told.error().message.In(context.language) << std::endl;
      },
      &slow);
  if (!listening.ok()) return Refuse(context, listening.error());
  server = std::move(listening).value();
  const Result<std::unique_ptr<MailThread>> mail =
      StartMail(context, options, configuration.value());
  if (!mail.ok()) return Refuse(context, mail.error());
  TellAddresses(context, options, *server, keeper.Current()->organisation);
  server->Run();
}

}  // namespace

void AddServe(Command program, CommandContext& context) {
  const Command command =
      program.AddSubcommand("serve", "visa kalendern på webben / show the calendar on the web");
  auto options = std::make_shared<Options>();
  options->server.threads = std::max(1U, std::thread::hardware_concurrency());
  AddDataFolder(command, options->data);
  command.AddOption("--listen", options->server.listen, "adress och port / address and port")
      .TellingDefault();
  command.AddOption(
      "--public-url", options->public_url,
      "adressen utifrån, utan snedstreck sist / the address from outside, no slash at the end");
  command.AddOption("--config", options->config,
                    "inställningar, för e-post / settings, for mail (README)");
  command.Runs([&context, options] { Serve(context, *options); });
}

}  // namespace rytm
