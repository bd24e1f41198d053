"""Writes the events of the feed FILE with python3-icalendar and prints the milliseconds of CPU it took, the median of
some runs. feed_bench.cpp calls it, so that its figure stands beside ours."""
import statistics
import sys
import time

import icalendar

RUNS = 5
NAMES = ("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND")

with open(sys.argv[1], "rb") as feed:
    events = icalendar.Calendar.from_ical(feed.read()).walk("VEVENT")
milliseconds = []
for _ in range(RUNS):
    begin = time.process_time()
    calendar = icalendar.Calendar()
    for event in events:
        made = icalendar.Event()
        for name in NAMES:
            if name in event:
                made.add(name, event.decoded(name) if name.startswith("DT") else event[name])
        calendar.add_component(made)
    calendar.to_ical()
    milliseconds.append((time.process_time() - begin) * 1000)
print(statistics.median(milliseconds))
