import { describe, expect, test } from 'vitest';
import { googleOf, linkOf, outlookOf, webcalOf, type LinkDraft } from '../plan/links.js';

const url = 'https://kalender.ekeby.example/feeds/ekeby/ks.ics';
const draft: LinkDraft = {
  kind: 'role',
  name: ' tjänstepersoner ',
  person: 'p-1',
  bodies: new Set(['ks']),
  level: 'official',
  kinds: new Set(['step']),
  language: 'sv',
  cancelled: true,
  alarm: '',
};

describe('a calendar', () => {
  test('is opened by the device, by Outlook and by Google', () => {
    expect(webcalOf(url)).toBe('webcal://kalender.ekeby.example/feeds/ekeby/ks.ics');
    expect(webcalOf('http://127.0.0.1:8080/feeds/ekeby/ks.ics')).toBeUndefined();
    expect(new URL(outlookOf(url, 'Å')).searchParams.get('url')).toBe(url);
    expect(new URL(googleOf(url)).searchParams.get('cid')).toBe(
      'webcal://kalender.ekeby.example/feeds/ekeby/ks.ics',
    );
  });
});

describe('a link', () => {
  test('says of a role, a choice of one’s own and a person only what belongs to each', () => {
    const rest = { name: 'tjänstepersoner', language: 'sv', cancelled: true };
    expect(linkOf(draft)).toEqual({ ...rest, kind: 'role', bodies: ['ks'], level: 'official' });
    expect(linkOf({ ...draft, kind: 'custom', alarm: '60' })).toEqual({
      ...rest,
      kind: 'custom',
      bodies: ['ks'],
      level: 'official',
      kinds: ['step'],
      alarm: 60,
    });
    expect(linkOf({ ...draft, kind: 'person' })).toEqual({ ...rest, kind: 'person', person: 'p-1' });
  });
});
