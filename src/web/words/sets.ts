// What a saved change set, in words: `dag mån 15 feb; plats Kulturhuset`.
import type { Place, Sets, Text } from '../api/types.js';
import { minutesOf } from '../api/day.js';
import { clock, dayShort } from './dates.js';
import { both, say } from './language.js';

const words = {
  day: (day: string) => both(`flyttat till ${day}`, `moved to ${day}`),
  at: (at: string) => both(`börjar ${at}`, `begins ${at}`),
  lasts: (minutes: number) => both(`längd ${minutes} minuter`, `lasts ${minutes} minutes`),
  place: (place: string) => both(`plats: ${place}`, `place: ${place}`),
  name: (name: string) => both(`heter ${name}`, `called ${name}`),
  link: both('länken ändrad', 'link changed'),
  cancelled: both('inställt', 'cancelled'),
  revived: both('blir av ändå', 'takes place after all'),
  released: both('reservdagen släppt', 'reserve date released'),
  pinned: both('står fast', 'stays put'),
  asRuled: both('som reglerna säger', 'as the rules say'),
  other: both('övrigt ändrat', 'other things changed'),
};

const textOf = (text: string | Text): string => (typeof text === 'string' ? text : say(text));

export function setsInWords(set: Sets, places: Place[]): string {
  const place = places.find(({ id }) => id === set.place);
  const told = [
    set.day && say(words.day(dayShort(set.day))),
    set.at && say(words.at(clock(set.at))),
    set.lasts && say(words.lasts(minutesOf(set.lasts))),
    set.place && say(words.place(place ? say(place.name) : set.place)),
    set.name && say(words.name(textOf(set.name))),
    set.link !== undefined && say(words.link),
    set.cancelled !== undefined && say(set.cancelled ? words.cancelled : words.revived),
    set.released && say(words.released),
    set.pinned && say(words.pinned),
    set['as-ruled'] && say(words.asRuled),
  ].filter((word): word is string => typeof word === 'string');
  return told.length > 0 ? told.join('; ') : say(words.other);
}
