// The language of the workplace: Swedish first, English second. Everything shown is a Text and said by `say`.
import { Store } from '../api/store.js';
import { useLanguage } from '../api/http.js';
import type { Text } from '../api/types.js';

export type Language = 'sv' | 'en';

const kept = 'rytm-language';

// A browser that keeps nothing (private windows) is no reason to stop.
function remembered(): Language {
  try {
    return localStorage.getItem(kept) === 'en' ? 'en' : 'sv';
  } catch {
    return 'sv';
  }
}

export const language = new Store<Language>('sv');

export function speak(next: Language): void {
  useLanguage(next);
  document.documentElement.lang = next;
  try {
    localStorage.setItem(kept, next);
  } catch {
    // Nothing is kept; the choice holds until the window is closed.
  }
  language.value = next;
}

export const speakAsBefore = (): void => speak(remembered());

export const say = (text: Text): string => isolated(language.value === 'en' ? (text.en ?? text.sv) : text.sv);

/** A name that turns the direction of writing turns its own only. */
const isolated = (text: string): string =>
  /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text) ? `\u2068${text}\u2069` : text;

/** A text of both languages: `both('Spara', 'Save')`. */
export const both = (sv: string, en: string): Text => ({ sv, en });
