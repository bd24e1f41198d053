// rytm read-calendar: the guarded reader of calendar files, started by the program itself
// (app/calendar_guard.h), never by people.
#include "app/calendar_guard.h"
#include "commands/command.h"

namespace rytm {

void AddReadCalendar(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand("read-calendar", "");
  command.Hide();
  auto zone = std::make_shared<std::string>();
  auto until = std::make_shared<std::string>();
  command.AddOption("--zone", *zone, "").Required();
  command.AddOption("--until", *until, "").Required();
  command.Runs([&context, zone, until] {
    const Result<Day> day = DayOption("--until", *until);
    if (!day.ok()) return Refuse(context, day.error());
    AnswerCalendarQuestion(context.in, context.out, {*zone, day.value()});
  });
}

}  // namespace rytm
