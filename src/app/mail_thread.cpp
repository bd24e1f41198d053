#include "app/mail_thread.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/data_folder.h"
#include "app/rules.h"

namespace rytm {
namespace {

// Held by the one program that sends the folder's mail: two would send each letter twice.
class SendingLock {
 public:
  explicit SendingLock(const std::string& folder)
      : file_(open((folder + "/mail.lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)),
        held_(file_ >= 0 && flock(file_, LOCK_EX | LOCK_NB) == 0) {}
  ~SendingLock() {
    if (file_ >= 0) close(file_);
  }
  SendingLock(const SendingLock&) = delete;
  SendingLock& operator=(const SendingLock&) = delete;

  bool held() const { return held_; }

 private:
  int file_;
  bool held_;
};

// What sending needs, opened.
struct Office {
  Office(const std::string& folder, std::unique_ptr<Database> opened,
         const MailConfiguration& configuration, Zone zone, const Clock& clock)
      : lock(folder),
        database(std::move(opened)),
        transport(configuration.smtp),
        sending(*database, transport, configuration.sending, std::move(zone), clock) {}

  SendingLock lock;
  const std::unique_ptr<Database> database;
  SmtpTransport transport;
  MailSending sending;
};

Result<std::unique_ptr<Office>> OpenOffice(const std::string& folder,
                                           const MailConfiguration& configuration,
                                           const Clock& clock) {
  Result<std::unique_ptr<Database>> database = OpenDataFolder(folder);
  if (!database.ok()) return database.error();
  const Result<Organisation> organisation = OrganisationInForce(database.value()->store());
  if (!organisation.ok()) return organisation.error();
  Result<Zone> zone = Zone::Find(organisation.value().zone);
  if (!zone.ok()) return zone.error();
  auto office = std::make_unique<Office>(folder, std::move(database).value(), configuration,
                                         std::move(zone).value(), clock);
  if (office->lock.held()) return office;
  return Refuse(ErrorCode::kConflict,
                Text("Ett annat program skickar redan den här datamappens mejl, eller så "
                     "går mappen inte att skriva i.",
                     "Another program sends this data folder's mail already, or the "
                     "folder cannot be written."));
}

class RunningMailThread final : public MailThread {
 public:
  RunningMailThread(std::unique_ptr<Office> office, LetterMaker make_letters,
                    std::function<void(const Text&)> tell, const Clock& clock)
      : office_(std::move(office)),
        make_letters_(std::move(make_letters)),
        tell_(std::move(tell)),
        clock_(clock),
        thread_([this] { Work(); }) {}

  ~RunningMailThread() override {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    office_->transport.Stop();
    changed_.notify_all();
    thread_.join();
  }

 private:
  void Work() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
      lock.unlock();
      Round();
      lock.lock();
      changed_.wait_for(lock, kMailTick, [&] { return stopping_.load(); });
    }
  }

  void Round() {
    try {
      const Result<Done> made = make_letters_(*office_->database, clock_.Now());
      if (!made.ok()) return TellOnce(made.error().message);
      const Result<SendReport> report = office_->sending.SendDue([&] { return !stopping_; });
      if (!report.ok()) return TellOnce(report.error().message);
      if (!report.value().relay_trouble.empty() && !stopping_)
        return TellOnce(
            Text("E-postservern går inte att använda: ", "The mail server cannot be used: ") +
            Text(report.value().relay_trouble));
      if (report.value().sent > 0) told_ = {};
    } catch (const std::exception& trouble) {
      TellOnce(Text(trouble.what()));
    }
  }

  // The same trouble is told again only after something was sent.
  void TellOnce(const Text& what) {
    if (what == told_) return;
    told_ = what;
    tell_(what);
  }

  const std::unique_ptr<Office> office_;
  const LetterMaker make_letters_;
  const std::function<void(const Text&)> tell_;
  const Clock& clock_;
  Text told_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace

Result<std::unique_ptr<MailThread>> MailThread::Start(const std::string& folder,
                                                      const MailConfiguration& configuration,
                                                      LetterMaker make_letters,
                                                      std::function<void(const Text&)> tell,
                                                      const Clock& clock) {
  Result<std::unique_ptr<Office>> office = OpenOffice(folder, configuration, clock);
  if (!office.ok()) return office.error();
  return std::unique_ptr<MailThread>(std::make_unique<RunningMailThread>(
      std::move(office).value(), std::move(make_letters), std::move(tell), clock));
}

Result<SendReport> SendOnce(const std::string& folder, const MailConfiguration& configuration,
                            const LetterMaker& make_letters, const Clock& clock) {
  const Result<std::unique_ptr<Office>> office = OpenOffice(folder, configuration, clock);
  if (!office.ok()) return office.error();
  const Result<Done> made = make_letters(*office.value()->database, clock.Now());
  if (!made.ok()) return made.error();
  return office.value()->sending.SendDue();
}

}  // namespace rytm
