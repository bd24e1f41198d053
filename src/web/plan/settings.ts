// The organisation's facts as they stand in the form, and what of the rule file they change.
import type { Facts, PatchStep } from '../api/settings.js';
import { textOf, written } from './rule-file.js';

export interface FactsDraft {
  name: string;
  nameEn: string;
  contact: string;
  contactEn: string;
  address: string;
}

export const factsDraft = ({ name, contact, address = '' }: Facts): FactsDraft => ({
  name: textOf(name).sv,
  nameEn: textOf(name).en ?? '',
  contact: textOf(contact).sv,
  contactEn: textOf(contact).en ?? '',
  address,
});

/** Only what differs: the rest of the file stays as it was written. */
export function factsPatch(draft: FactsDraft, seen: FactsDraft): PatchStep[] {
  const step = (field: string, value: unknown): PatchStep => ({
    op: 'add',
    path: `/organisation/${field}`,
    value,
  });
  const differs = (...fields: (keyof FactsDraft)[]): boolean =>
    fields.some((field) => draft[field].trim() !== seen[field]);
  return [
    ...(differs('name', 'nameEn') ? [step('name', written(draft.name, draft.nameEn))] : []),
    ...(differs('contact', 'contactEn') ? [step('contact', written(draft.contact, draft.contactEn))] : []),
    ...(differs('address') ? [step('address', draft.address.trim())] : []),
  ];
}
