// Kalenderlänkar: the public calendars, how to subscribe to them, and links to private ones.
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { feeds, type Feed } from '../api/links.js';
import { people, type Person } from '../api/people.js';
import { Problem } from '../api/problem.js';
import type { Body } from '../api/types.js';
import { choiceField } from '../parts/choice.js';
import { copiedField } from '../parts/copied.js';
import { LoadedPage } from '../parts/page.js';
import { shape, shapeOf } from '../parts/shapes.js';
import { bodyOfFeed, googleOf, outlookOf, webcalOf } from '../plan/links.js';
import { instant } from '../words/dates.js';
import { say } from '../words/language.js';
import { linkWords as words, programs } from '../words/links.js';
import './links/private.js';

interface Source {
  bodies: Body[];
  feeds: Feed[];
  /** Nobody where one may not see people. */
  people: Person[];
}

@customElement('links-page')
export class LinksPage extends LoadedPage {
  @state() private source: Source | undefined;
  @state() private opened: string | undefined;
  @state() private program = '0';
  @state() private person = '';

  protected load(): Promise<boolean> {
    return this.trying(async () => {
      const [bodies, all, those] = await Promise.all([
        this.rytm.bodies(),
        feeds(this.rytm),
        people(this.rytm).catch(nobody),
      ]);
      this.source = { bodies, feeds: all, people: those };
    });
  }

  protected override render(): TemplateResult {
    const { source } = this;
    return html`<div class="wrap links"><h1 tabindex="-1">${say(this.heading)}</h1><p
      class="muted">${say(words.lede)}</p>
      ${this.problem()}
      ${
        source
          ? html`<div class="two-columns"><section aria-labelledby="public"><h2
            id="public">${say(words.public)}</h2>${this.public(source)}</section>
        <section aria-labelledby="how"><h2 id="how">${say(words.how)}</h2>${this.steps()}</section></div>
        <section class="after-all" aria-labelledby="private"><h2
          id="private">${say(words.private)}</h2>${this.private(source)}</section>`
          : this.refused
            ? nothing
            : this.loading()
      }</div>`;
  }

  private public({ feeds: all, bodies }: Source): TemplateResult {
    if (all.length === 0) return html`<p>${say(words.noPublic)}</p>`;
    return html`<p>${say(words.publicHow)}</p><ul
      class="editions">${all.map((feed) => this.feed(feed, bodyOfFeed(feed, bodies)))}</ul>`;
  }

  private feed(feed: Feed, body: Body | undefined): TemplateResult {
    const open = this.opened === feed.path;
    const name = body ? say(body.name) : say(words.all);
    return html`<li><button type="button" class="opens" aria-expanded=${open}
      @click=${() => (this.opened = open ? undefined : feed.path)}>
        <b>${body ? shape(shapeOf[body.kind]) : nothing} ${name}</b> <span>${say(words.changed(instant(feed['last-modified'])))}</span></button>
      ${open ? this.openFeed(feed, body, name) : nothing}</li>`;
  }

  private openFeed({ url }: Feed, body: Body | undefined, name: string): TemplateResult {
    const webcal = webcalOf(url);
    return html`<div
      class="opened-feed">${copiedField(`${this.own}-${body?.id ?? 'all'}`, say(words.address), url)}
      ${
        webcal
          ? html`<div class="row"><a class="button small" href=${webcal}>${say(words.openOwn)}</a>
        <a class="button small" href=${outlookOf(url, name)} target="_blank"
          rel="noreferrer">${say(words.openOutlook)}</a>
        <a class="button small" href=${googleOf(url)} target="_blank"
          rel="noreferrer">${say(words.openGoogle)}</a></div>`
          : html`<p class="note warning">${say(words.noTls)}</p>`
      }
      <p><a href="/${this.rytm.organisation.id}/${body?.id ?? 'all'}/prenumerera"
        target="_blank">${say(words.page)}</a></p></div>`;
  }

  private steps(): TemplateResult {
    const chosen = programs[Number(this.program)];
    return html`${choiceField({
      id: 'program',
      label: say(words.program),
      value: this.program,
      change: (value) => (this.program = value),
      options: programs.map(({ name }, at): [string, string] => [String(at), say(name)]),
    })}
    <ol class="numbered">${chosen?.steps.map((step) => html`<li>${say(step)}</li>`)}</ol><p
      class="note info">${say(words.not)}</p>`;
  }

  private private({ bodies, people: all }: Source): TemplateResult {
    return html`<p>${say(words.privateHow)}</p>
      ${
        all.length > 0
          ? choiceField({
              id: 'whose',
              label: say(words.whose),
              value: this.person,
              change: (person) => (this.person = person),
              options: [['', say(words.roles)], ...all.map(({ id, name }): [string, string] => [id, name])],
            })
          : nothing
      }
      <private-links .rytm=${this.rytm} .bodies=${bodies} .people=${all}
        .person=${this.person || undefined}></private-links>`;
  }
}

/** Who may not see people still sees the rest. */
function nobody(error: unknown): Person[] {
  if (error instanceof Problem && (error.status === 403 || error.status === 404)) return [];
  throw error;
}
