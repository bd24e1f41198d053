// Where long Swedish compounds may break: browsers do not know, and a name must not break anywhere.
const parts = [
  'nämnden',
  'fullmäktige',
  'styrelsen',
  'utskottet',
  'beredningen',
  'byggnads',
  'bildnings',
  'gruppmöte',
  'redovisning',
  'rapport',
  'uppföljning',
  'berättelse',
  'förutsättningar',
  'planering',
  'samverkan',
  'introduktion',
  'utbildning',
  'dialog',
  'upptakt',
  'avstämning',
  'enskommelse',
  'chefens',
  'periodens',
  'strategin',
  'uppehåll',
  'afton',
  'färds',
  'dagen',
  'dag(?!\\p{L})',
];
const breaks = new RegExp(`(?<=\\p{Ll}{3})(?=(?:${parts.join('|')})(?!\\p{Ll}*\u00ad))`, 'gu');

const ranges = /(?<=\d)–(?=\d)/gu;

/** "Jul och nyår 20–31": no break at the dash. */
export const softly = (text: string): string =>
  text.replace(breaks, '\u00ad').replace(ranges, '\u2060–\u2060');
