// Many clients change and publish one plan at once, over HTTP and on a real database: nothing that
// was acknowledged is lost, and whoever was too late is told so.
#include <array>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "app/planned.h"
#include "base/sanitized.h"
#include "tests/server/api_test.h"
#include "tests/server/client.h"

namespace rytm {
namespace {

constexpr int kClients = 8;
#if defined(NDEBUG) && !RYTM_SANITIZED
constexpr int kOperations = 10'000;
#else
constexpr int kOperations = 500;  // under sanitizers
#endif

constexpr const char* kTwoBodies = R"({
  "organisation": {"id": "alby", "name": {"sv": "Alby kommun"}, "host": "alby.example", "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "bodies": [
    {"id": "kf", "kind": "council", "name": {"sv": "Kommunfullmäktige"},
     "series": [{"id": "meeting", "when": {"dates": ["2027-01-25", "2027-02-22", "2027-03-22"]}, "at": "18:30", "lasts": "PT3H", "open": "public"}]},
    {"id": "ks", "kind": "executive-board", "name": {"sv": "Kommunstyrelsen"},
     "series": [{"id": "meeting", "when": {"dates": ["2027-01-13", "2027-02-10", "2027-03-10"]}, "at": "13:30", "lasts": "PT3H"}]}
  ]
})";

constexpr std::array kSlots{"alby.kf.meeting.2027-01-25", "alby.kf.meeting.2027-02-22",
                            "alby.kf.meeting.2027-03-22", "alby.ks.meeting.2027-01-13",
                            "alby.ks.meeting.2027-02-10", "alby.ks.meeting.2027-03-10"};

// What was acknowledged, of all clients.
struct Acknowledged {
  struct Saved {
    std::string slot;
    std::string at;
  };
  std::mutex mutex;
  std::map<std::int64_t, Saved> saved;          // by batch
  std::map<std::int64_t, std::int64_t> undone;  // batch by the batch that undid it
  std::map<std::string, int> editions;          // how many, by body
  int refused = 0;
  std::vector<std::string> wrong;  // answers that should not be
};

class ClientsTest : public ApiTest {
 protected:
  void SetUp() override {
    ApiTest::SetUp();
    ASSERT_TRUE(Import(*database_, "alby.json", kTwoBodies, false, clock_.now).ok());
    Result<std::unique_ptr<Server>> server = Server::Listen(
        {.listen = "127.0.0.1:0", .threads = 2}, clock_,
        [](const HttpRequest&) { return HttpAnswer(); }, [this] { (void)api_->TellNews(); },
        api_.get());
    ASSERT_TRUE(server.ok());
    server_ = std::move(server).value();
    running_ = std::thread([this] { server_->Run(); });
  }
  void TearDown() override {
    server_->Stop();
    running_.join();
    ApiTest::TearDown();
  }
  std::unique_ptr<Server> server_;
  std::thread running_;
};

// One of them, with a connection that it keeps.
class Secretary {
 public:
  Secretary(std::uint16_t port, std::string key, unsigned seed, Acknowledged& acknowledged)
      : client_(port), key_(std::move(key)), chance_(seed), acknowledged_(acknowledged) {}

  void Work(std::atomic<int>& left) {
    for (int n = 0; left.fetch_sub(1) > 0; ++n) {
      const unsigned dice = Dice(20);
      if (dice == 0)
        Publish();
      else if (dice == 1 && latest_ != 0)
        Undo();
      else
        Adjust(n);
    }
  }

 private:
  unsigned Dice(unsigned sides) {
    chance_ = chance_ * 1664525U + 1013904223U;  // any will do, as long as it is the same each time
    return (chance_ >> 16U) % sides;
  }

  // The answer to a write, worked out from the newest plan that we heard of.
  Answered Ask(const std::string& target, const std::string& body) {
    client_.Send("POST /api/v1/organisations/alby/" + target + " HTTP/1.1\r\nHost: x\r\n" +
                 "Authorization: Bearer " + key_ + "\r\nIf-Match: " + tag_ +
                 "\r\nContent-Type: application/json\r\nContent-Length: " +
                 std::to_string(body.size()) + "\r\n\r\n" + body);
    const std::string head = client_.ReadUntil("\r\n\r\n");
    Answered answered;
    answered.status = std::atoi(head.substr(9, 3).c_str());
    const auto field = [&](const std::string& name) {
      const std::size_t begin = head.find("\r\n" + name + ": ");
      if (begin == std::string::npos) return std::string();
      const std::size_t from = begin + name.size() + 4;
      return head.substr(from, head.find("\r\n", from) - from);
    };
    answered.body =
        client_.ReadBytes(static_cast<std::size_t>(std::atoi(field("Content-Length").c_str())));
    if (!field("ETag").empty()) tag_ = field("ETag");
    const std::lock_guard lock(acknowledged_.mutex);
    if (answered.status == 409 && !answered.Text("/detail").empty())
      ++acknowledged_.refused;
    else if (answered.status != 200 && answered.status != 201)
      acknowledged_.wrong.push_back(head + answered.body);
    return answered;
  }

  void Adjust(int n) {
    const std::string slot = kSlots[Dice(kSlots.size())];
    const std::string at = std::to_string(10 + Dice(9)) + ":" + std::to_string(10 + n % 50);
    const Answered answer = Ask("batches", R"({"changes": [{"slots": [")" + slot +
                                               R"("], "set": {"at": ")" + at + "\"}}]}");
    if (answer.status != 201) return;
    latest_ = std::stoll(answer.Text("/batch/number"));
    const std::lock_guard lock(acknowledged_.mutex);
    if (!acknowledged_.saved.emplace(latest_, Acknowledged::Saved{slot, at}).second)
      acknowledged_.wrong.push_back("two batches of one number");
  }

  void Undo() {
    const Answered answer = Ask("batches/" + std::to_string(latest_) + "/undo", "");
    if (answer.status != 201) return;
    const std::lock_guard lock(acknowledged_.mutex);
    acknowledged_.undone.emplace(latest_, std::stoll(answer.Text("/batch/number")));
    latest_ = 0;
  }

  void Publish() {
    const Answered answer = Ask("editions", R"({"until": "2027-12-31"})");
    if (answer.status != 201) return;
    const Json json = answer.json();
    const std::lock_guard lock(acknowledged_.mutex);
    for (const Json& body : json.at("bodies").as_array())
      ++acknowledged_.editions[std::string(body.at("body").as_string().c_str())];
  }

  Client client_;
  const std::string key_;
  unsigned chance_;
  Acknowledged& acknowledged_;
  std::string tag_ = "\"0\"";
  std::int64_t latest_ = 0;  // batch of our own that may still be the last
};

TEST_F(ClientsTest, NothingAcknowledgedIsLost) {
  Acknowledged acknowledged;
  std::atomic<int> left{kOperations};
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < kClients; ++i)
    threads.emplace_back([&, key = Key({{Role::kPlanner, ""}}).front().second.substr(7), i] {
      Secretary(server_->port(), key, i, acknowledged).Work(left);
    });
  for (std::thread& thread : threads) thread.join();

  EXPECT_THAT(acknowledged.wrong, testing::IsEmpty());
  EXPECT_GT(acknowledged.saved.size(), kOperations / 100U);
  EXPECT_GT(acknowledged.refused, 0);
  const std::vector<Batch> batches =
      database_->batches().Batches(std::nullopt, kOperations + 10).value();
  constexpr std::size_t kImports = 2;
  EXPECT_EQ(kImports + acknowledged.saved.size() + acknowledged.undone.size(), batches.size())
      << "each acknowledged one, and no other";
  const Planned planned = LoadPlanned(*database_, clock_.now).value();
  std::map<std::string, std::string> at;  // as the acknowledged changes leave them
  for (const auto& [number, saved] : acknowledged.saved)
    if (!acknowledged.undone.contains(number)) at[saved.slot] = saved.at;
  for (const auto& [slot, time] : at)
    EXPECT_EQ(time, FormatTimeOfDay(*planned.plan.Find(slot)->at)) << slot;
  for (const Edition& edition : *planned.editions)
    EXPECT_EQ(acknowledged.editions[edition.body], edition.number) << edition.body;
  RecordProperty("saved", static_cast<int>(acknowledged.saved.size()));
  RecordProperty("refused", acknowledged.refused);
}

}  // namespace
}  // namespace rytm
