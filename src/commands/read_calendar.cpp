// rytm read-calendar: the guarded reader of calendar files, started by the program itself
// (app/calendar_guard.h), never by people.
#include "app/calendar_guard.h"
#include "commands/command.h"

namespace rytm {

void AddReadCalendar(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand("read-calendar", "");
  command->group("");  // not shown by --help
  auto zone = std::make_shared<std::string>();
  auto until = std::make_shared<std::string>();
  command->add_option("--zone", *zone)->required();
  command->add_option("--until", *until)->required();
  command->callback([&context, zone, until] {
    const Result<Day> day = DayOption("--until", *until);
    if (!day.ok()) return Refuse(context, day.error());
    AnswerCalendarQuestion(context.in, context.out, {*zone, day.value()});
  });
}

}  // namespace rytm
