"""Reads a feed with python3-icalendar: prints {uid: {start, end, status, summary, sequence}} as JSON."""
import datetime
import json
import sys

import icalendar


def when(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
events = {}
for event in calendar.walk("VEVENT"):
    uid = str(event["UID"])
    if uid in events:
        sys.exit(f"{uid} stands twice")
    events[uid] = {
        "start": when(event.decoded("DTSTART")),
        "end": when(event.decoded("DTEND")),
        "status": str(event["STATUS"]),
        "summary": str(event["SUMMARY"]),
        "sequence": int(event["SEQUENCE"]),
    }
json.dump(events, sys.stdout)
