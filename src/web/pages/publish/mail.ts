// The mails that a publication would send, one at a time, as their people get them.
import { html, nothing, type TemplateResult } from 'lit';
import type { Letter } from '../../api/publishing.js';
import { choiceField } from '../../parts/choice.js';
import { icon } from '../../parts/shapes.js';
import { say } from '../../words/language.js';
import { publishWords as words } from '../../words/publish.js';

export function mailPreview(
  letters: Letter[],
  chosen: string | undefined,
  choose: (person: string) => void,
): TemplateResult {
  const letter = letters.find(({ person }) => person === chosen) ?? letters[0];
  if (!letter) return html`<h2>${say(words.mail)}</h2><p class="muted">${say(words.nobody)}</p>`;
  return html`<h2>${say(words.mail)}</h2>
    ${
      letters.length > 1
        ? choiceField({
            id: 'mail-to',
            label: say(words.to),
            value: letter.person,
            change: choose,
            options: letters.map(({ person, name }): [string, string] => [person, name]),
          })
        : nothing
    }
    <article class="mail"><dl class="facts"><dt>${say(words.to)}</dt><dd>${letter.name}</dd>
      <dt>${say(words.subject)}</dt><dd><b>${letter.subject}</b></dd></dl>
      ${letter.urgent ? html`<p class="urgent">${icon('warning')} ${say(words.urgent)}</p>` : nothing}
      <div class="text" role="region" tabindex="0"
        aria-label=${say(words.mail)}>${letter.text ?? say(words.mailUnseen)}</div></article>
    <p class="muted">${say(words.mailsReady(letters.length))}</p>`;
}
