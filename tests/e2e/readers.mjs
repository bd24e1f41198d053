// Three readers of calendars that others made, each giving {uid: {start, end, status, summary, sequence}} with UTC instants, or
// days where the whole day is meant.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const here = dirname(fileURLToPath(import.meta.url));
const day = (date) => date.toISOString().slice(0, 10);
const instant = (date) => date.toISOString().replace('.000Z', 'Z');

// Thunderbird's and Nextcloud's.
export function icalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const when = (time) => (time.isDate ? time.toString() : instant(time.toJSDate()));
  const events = {};
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    events[event.uid] = {
      start: when(event.startDate), end: when(event.endDate), status: component.getFirstPropertyValue('status'),
      summary: event.summary, sequence: event.sequence,
    };
  }
  return events;
}

// Home automation's and many a web page's.
export function nodeIcalReader(text) {
  const events = {};
  for (const event of Object.values(nodeIcal.sync.parseICS(text))) {
    if (event.type !== 'VEVENT') continue;
    // node-ical gives a whole day as the local midnight of the machine.
    const local = (date) => day(new Date(date.getTime() - date.getTimezoneOffset() * 60000));
    const when = (date) => (event.datetype === 'date' ? local(date) : instant(date));
    events[event.uid] = {
      start: when(event.start), end: when(event.end), status: event.status, summary: event.summary,
      sequence: Number(event.sequence),
    };
  }
  return events;
}

// Debian's python3-icalendar, with the system's Python.
export function pythonIcalendar(text) {
  return JSON.parse(execFileSync('/usr/bin/python3', [join(here, 'read_feed.py')],
    { input: text, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 60000 }));
}

export const readers = { 'ical.js': icalJs, 'node-ical': nodeIcalReader, 'python3-icalendar': pythonIcalendar };
