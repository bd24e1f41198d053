#include <iostream>

#include "base/clock.h"
#include "commands/command.h"

int main(int argc, char** argv) {
  const rytm::SystemClock clock;
  return rytm::RunProgram(argc, argv, "/proc/self/exe", clock, std::cin, std::cout, std::cerr);
}
