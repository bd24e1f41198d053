// What an account or a key may do: roles, some of them of one body.
import { html, nothing, type TemplateResult } from 'lit';
import type { Body, Grant, Role } from '../../api/types.js';
import { choiceField } from '../../parts/choice.js';
import { roleHints, roleNames, userWords as words } from '../../words/administration.js';
import { together } from '../../words/dates.js';
import { say } from '../../words/language.js';

const nameOf = (id: string, bodies: Body[]): string => {
  const body = bodies.find((one) => one.id === id);
  return body ? say(body.name) : id;
};

export function grantsInWords(grants: Grant[], bodies: Body[]): string {
  if (grants.length === 0) return say(words.noRoles);
  const byRole = new Map<Role, string[]>();
  for (const { role, body } of grants)
    byRole.set(role, [...(byRole.get(role) ?? []), ...(body ? [nameOf(body, bodies)] : [])]);
  return [...byRole]
    .map(([role, names]) =>
      [say(roleNames[role]), names.length > 0 ? `(${together(names)})` : ''].filter(Boolean).join(' '),
    )
    .join(', ');
}

const ofOneBody = (role: Role): boolean => role === 'secretary' || role === 'reader';

export function grantsForm(
  id: string,
  grants: Grant[],
  bodies: Body[],
  change: (grants: Grant[]) => void,
  roles: Role[] = ['administrator', 'planner', 'secretary', 'reader'],
): TemplateResult {
  const set = (at: number, grant: Grant): void => change(grants.map((one, n) => (n === at ? grant : one)));
  const first = bodies[0]?.id ?? '';
  const options = bodies.map(({ id: body, name }): [string, string] => [body, say(name)]);
  return html`<fieldset class="grants"><legend>${say(words.roles)}</legend>
    ${grants.map(
      (grant, at) => html`<div class="row">
      ${choiceField({
        id: `${id}-role-${at}`,
        label: say(words.role),
        value: grant.role,
        options: roles.map((role): [string, string] => [
          role,
          `${say(roleNames[role])}: ${say(roleHints[role])}`,
        ]),
        change: (role) =>
          set(at, role === 'secretary' ? { role, body: grant.body ?? first } : { role: role as Role }),
      })}
      ${
        ofOneBody(grant.role)
          ? choiceField({
              id: `${id}-body-${at}`,
              label: say(words.body),
              value: grant.body ?? '',
              options: grant.role === 'reader' ? [['', say(words.allBodies)], ...options] : options,
              change: (body) => set(at, body ? { role: grant.role, body } : { role: grant.role }),
            })
          : nothing
      }
      <button type="button" class="button small"
        @click=${() => change(grants.filter((_, n) => n !== at))}>${say(words.removeRole)}</button></div>`,
    )}
    <button type="button" class="button small"
      @click=${() => change([...grants, { role: 'secretary', body: first }])}>${say(words.addRole)}</button></fieldset>`;
}
