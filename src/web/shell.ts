// The frame around every page: who is logged in, navigation, the page itself, and what holds everywhere: a
// login that expires, a server out of reach, news of what others save.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { online, onExpired } from './api/http.js';
import { login, logOut, whoAmI } from './api/login.js';
import { listen } from './api/news.js';
import { Rytm } from './api/organisation.js';
import { Problem, Unreachable } from './api/problem.js';
import type { Finding, News } from './api/types.js';
import { keepFocus } from './parts/kept-focus.js';
import { watchLogin } from './parts/login-watch.js';
import { Part } from './parts/part.js';
import { base, followLinks, go, place } from './parts/place.js';
import type { Page } from './parts/page.js';
import { isTold, problemNote } from './parts/problem-note.js';
import { icon, logo } from './parts/shapes.js';
import { tell } from './parts/status-line.js';
import './parts/login-form.js';
import type { LoginEnd } from './plan/login-end.js';
import { routeOf, routes, type Found, type Route } from './routes.js';
import { clockOf } from './words/dates.js';
import { language, say, speak } from './words/language.js';
import { loginWords, navigation, shell as words } from './words/shell.js';

@customElement('work-place')
export class WorkPlace extends Part {
  @state() private rytm: Rytm | undefined;
  @state() private started = false;
  @state() private refused: Problem | Unreachable | undefined;
  @state() private loaded = new Set<string>();
  @state() private findings: Finding[] = [];
  /** The dialog for logging in again: asked for before the login ends, or needed after. */
  @state() private askingLogin: 'early' | 'expired' | undefined;
  /** When the login ends, once that is soon. */
  @state() private end: LoginEnd | undefined;
  @state() private menu: 'more' | 'who' | undefined;
  protected override readonly watched = [login, online, place];
  private again: ((done: boolean) => void) | undefined;
  private deaf: (() => void) | undefined;
  private shown: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', followLinks);
    keepFocus(this);
    onExpired(() => this.logInAgain('expired'));
    watchLogin((end) => (this.end = end));
    addEventListener('offline', () => (online.value = false));
    addEventListener('online', () => (online.value = true));
    void this.start();
  }

  private async start(): Promise<void> {
    this.refused = undefined;
    try {
      if ((await whoAmI()).stage === 'complete') await this.open();
    } catch (error) {
      if (!isTold(error)) throw error;
      if (!('status' in error && error.status === 401)) this.refused = error;
    }
    this.started = true;
  }

  private open = async (): Promise<void> => {
    this.rytm = await Rytm.open();
    if (!this.rytm) return;
    this.deaf?.();
    this.deaf = listen(this.rytm.organisation.id, {
      news: (news) => this.heard(news),
      reset: () => this.heard(),
    });
    await this.look();
  };

  /**
   * How much there is to look at: a number beside a word, and no reason to disturb anybody where it cannot be
   * had.
   */
  private async look(): Promise<void> {
    try {
      this.findings = (await this.rytm?.findings()) ?? [];
    } catch (error) {
      if (!isTold(error)) throw error;
    }
  }

  private heard(news?: News): void {
    void this.look();
    this.page()?.heard(news);
  }

  private page = (): Page | null => this.querySelector<Page>('main > *');

  // ---- Logged in, for how long

  /** One dialog, whoever and how many ask for it. */
  private waiting: Promise<boolean> | undefined;
  private personBefore: string | undefined;
  private logInAgain(when: 'early' | 'expired'): Promise<boolean> {
    if (!this.rytm) return Promise.resolve(false);
    if (this.askingLogin !== 'expired') this.askingLogin = when;
    this.waiting ??= new Promise<boolean>((done) => {
      this.personBefore = login.value?.person;
      this.again = done;
    }).finally(() => {
      this.askingLogin = undefined;
      this.waiting = undefined;
    });
    return this.waiting;
  }

  private loggedInAgain = (): void => {
    // Somebody else may not see what the one before left open.
    if (login.value?.person !== this.personBefore) return location.reload();
    this.again?.(true);
  };

  private goOn = async (): Promise<void> => {
    try {
      await whoAmI();
    } catch (error) {
      if (!isTold(error)) throw error;
      tell(say(words.unreachable));
    }
  };

  private leave = async (): Promise<void> => {
    this.menu = undefined;
    try {
      await logOut();
    } catch (error) {
      // Whose login has ended is logged out already; without contact nobody is.
      if (!(error instanceof Problem)) return tell(say(words.unreachable));
      login.value = undefined;
    }
    this.deaf?.();
    this.rytm = undefined;
    this.findings = [];
  };

  // ---- Drawing

  private found(): Found | undefined {
    return routeOf(place.value.pathname.slice(base.length));
  }

  protected override willUpdate(): void {
    if (/^\/app\/?$/.test(place.value.pathname)) go(`${base}/ar`, { replace: true });
    const route = this.found()?.route;
    if (this.rytm && route && !this.loaded.has(route.element))
      void route.load().then(
        () => (this.loaded = new Set(this.loaded).add(route.element)),
        (error) => (this.refused = new Unreachable(String(error))),
      );
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const found = this.found();
    const name = this.rytm ? (found ? say(found.route.title) : say(words.missing)) : say(loginWords.heading);
    document.title = [name, say(words.product), this.rytm && say(this.rytm.organisation.name)]
      .filter(Boolean)
      .join(' – ');
    if (this.askingLogin) this.querySelector<HTMLDialogElement>('dialog.again:not([open])')?.showModal();
    this.focusNewPage(found);
  }

  /** Whoever hears the page starts at its heading; the first page starts where the browser does. */
  private focusNewPage(found: Found | undefined): void {
    const now = this.rytm && (found?.route.element ?? 'none') + (found?.route.title.sv ?? '');
    const onItsWay = found && !this.loaded.has(found.route.element);
    if (!now || onItsWay || now === this.shown) return;
    const first = this.shown === undefined;
    this.shown = now;
    this.menu = undefined;
    if (!first) {
      scrollTo(0, 0);
      const focus = (): void => this.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      void (this.page()?.updateComplete ?? Promise.resolve()).then(focus);
    }
  }

  protected override render(): TemplateResult {
    if (!this.started)
      return html`<main class="alone"><p class="loading" role="status">${say(words.loading)}</p></main>`;
    if (this.refused)
      return this.alone(html`<h1>${say(words.product)}</h1>${problemNote(this.refused)}
      <button type="button" class="button" @click=${() => void this.start()}>${say(words.again)}</button>`);
    if (login.value?.stage !== 'complete' && !this.rytm)
      return this.alone(html`<login-form @logged-in=${() => void this.open()}></login-form>`);
    if (!this.rytm)
      return this.alone(html`<h1>${say(words.product)}</h1><p>${say(words.noOrganisation)}</p>
      <button type="button" class="button" @click=${this.leave}>${say(words.logOut)}</button>`);
    return html`<a class="skip" href="#content" @click=${this.skip}>${say(words.skip)}</a>
      ${this.top(this.rytm)}
      ${
        online.value
          ? nothing
          : html`<p class="offline"
        role="status">${icon('warning')} ${say(words.offline)}</p>`
      }
      <div role="status">${this.end ? this.endsSoon(this.end) : nothing}</div>
      <main id="content">${this.content(this.rytm)}</main>
      <status-line></status-line>
      ${this.askingLogin ? this.loginDialog(this.askingLogin) : nothing}`;
  }

  private alone(inside: TemplateResult): TemplateResult {
    return html`<main class="alone"><p class="brand">${logo()} ${say(words.product)}</p>${inside}
      <p class="foot">${this.languageButton()}</p></main><status-line></status-line>`;
  }

  private content(rytm: Rytm): TemplateResult {
    const found = this.found();
    if (!found)
      return html`<div class="wrap"><h1
        tabindex="-1">${say(words.missing)}</h1><p>${say(words.missingHow)}</p>
      <p><a href="${base}/ar">${say(words.toYear)}</a></p></div>`;
    if (!this.loaded.has(found.route.element))
      return html`<p class="loading" role="status">${say(words.loading)}</p>`;
    // The tag comes from the table of routes, never from data.
    const tag = unsafeStatic(found.route.element);
    return staticHtml`<${tag} .rytm=${rytm} .heading=${found.route.title} .path=${found.path}
      .query=${place.value.searchParams}></${tag}>`;
  }

  private skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('main h1')?.focus();
  };

  private top(rytm: Rytm): TemplateResult {
    const of = (shown: Route['shown']): Route[] => routes.filter((route) => route.shown === shown);
    const name = login.value?.name ?? '';
    return html`<header class="top">
      <a class="brand" href="${base}/ar">${logo()}<span>${say(words.product)}</span></a>
      <span class="organisation">${say(rytm.organisation.name)}</span>
      <nav class="pages" aria-label=${say(words.workplace)}><ul>
        ${of('bar').map((route) => html`<li>${this.link(route)}</li>`)}
        <li>${this.opener(
          'more',
          html`${say(words.more)} ${icon('down')}`,
          of('more').some((route) => this.isHere(route)),
          html`<ul>${of('more').map((route) => html`<li>${this.link(route)}</li>`)}</ul>`,
        )}</li>
      </ul></nav>
      <div class="who">${this.opener(
        'who',
        html`<span class="name">${name}</span>
        <span class="initials" aria-hidden="true">${initials(name)}</span>`,
        false,
        html`<ul><li>${this.languageButton()}</li>
        <li><a href="${statement(rytm.organisation.id)}#report" target="_blank">${say(words.reportBarrier)}</a></li><li><button type="button"
          @click=${this.leave}>${say(words.logOut)}</button></li></ul>`,
      )}
      </div>
    </header>`;
  }

  private isHere = (route: Route): boolean => this.found()?.route.title === route.title;

  private link(route: Route): TemplateResult {
    const count = route.title === navigation.findings ? this.findings.length : 0;
    return html`<a href="${base}${route.path}"
      aria-current=${this.isHere(route) ? 'page' : nothing}>${say(route.title)}${
        count > 0 ? html` <span class="count">${count}</span>` : nothing
      }</a>`;
  }

  /** A button that opens a small list; Escape and going elsewhere close it. */
  private opener(
    which: 'more' | 'who',
    label: TemplateResult,
    here: boolean,
    inside: TemplateResult,
  ): TemplateResult {
    const open = this.menu === which;
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !open) return;
      this.menu = undefined;
      void this.focusOn(`#${which}-opener`);
    };
    const left = ({ relatedTarget, currentTarget }: FocusEvent): void => {
      if (open && relatedTarget && !(currentTarget as HTMLElement).contains(relatedTarget as Node))
        this.menu = undefined;
    };
    return html`<div class="opener" @keydown=${close} @focusout=${left}>
      <button type="button" id="${which}-opener" class=${here ? 'here' : ''} aria-expanded=${open}
        @click=${() => (this.menu = open ? undefined : which)}>${label}</button>
      ${open ? html`<div class="opened">${inside}</div>` : nothing}</div>`;
  }

  private languageButton(): TemplateResult {
    const other = language.value === 'sv' ? 'en' : 'sv';
    return html`<button type="button" lang=${other}
      @click=${() => speak(other)}>${say(words.otherLanguage)}</button>`;
  }

  /** At the top of the page; nobody is disturbed in what they write. */
  private endsSoon({ at, idle }: LoginEnd): TemplateResult {
    const when = clockOf(new Date(at).toISOString());
    return html`<div class="ends-soon row">
      <span>${icon('warning')} ${say(idle ? words.endsIdle(when) : words.endsSoon(when))}</span>
      <button type="button" class="button small"
        @click=${() => void (idle ? this.goOn() : this.logInAgain('early'))}>${say(
          idle ? words.goOn : words.logInNow,
        )}</button></div>`;
  }

  private loginDialog(when: 'early' | 'expired'): TemplateResult {
    const why = when === 'early' ? loginWords.againEarly : loginWords.againExpired;
    return html`<dialog class="again" aria-label=${say(loginWords.again)} @close=${() => this.again?.(false)}>
      <login-form .again=${why} @logged-in=${this.loggedInAgain}></login-form></dialog>`;
  }
}

/** The public accessibility statement, where a barrier is reported. */
const statement = (organisation: string): string =>
  language.value === 'sv' ? `/${organisation}/tillganglighet` : `/en/${organisation}/accessibility`;

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0])
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('');
