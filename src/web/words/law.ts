// The law as it is quoted in text: `KL 11:16` is `Kommunallagen 11 kap. 16 §`.
import { language } from './language.js';

const laws: Record<string, string> = {
  KL: 'Kommunallagen',
  LKBR: 'Lagen om kommunal bokföring och redovisning',
  FL: 'Förvaltningslagen',
};
const short = /^([A-ZÅÄÖ]+) (\d+):(\d+\s?[a-z]?)$/;

export function lawInWords(citation: string): string {
  const [, law = '', chapter, section] = short.exec(citation) ?? [];
  const name = laws[law];
  if (!name) return citation;
  return language.value === 'sv'
    ? `${name} ${chapter} kap. ${section} §`
    : `${name} (Local law), chapter ${chapter}, section ${section}`;
}
