"""Writes the events of a feed on standard input with python3-icalendar, as the figure beside ours. Usage:
rytm generate FILE --format ics | /usr/bin/python3 tests/bench/python_icalendar_bench.py"""
import statistics
import sys
import time

import icalendar

RUNS = 5

events = icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT")
seconds = []
for _ in range(RUNS):
    begin = time.process_time()
    calendar = icalendar.Calendar()
    for event in events:
        made = icalendar.Event()
        for name in ("UID", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "SEQUENCE", "STATUS"):
            made.add(name, event.decoded(name) if name.startswith("DT") else event[name])
        calendar.add_component(made)
    calendar.to_ical()
    seconds.append(time.process_time() - begin)
print(f"CalendarTextByPythonIcalendar {statistics.median(seconds) * 1000:.0f} ms CPU (median of {RUNS}), {len(events)} events")
