// The calendar library writes its rules into a style element as it is loaded, which our
// Content-Security-Policy forbids. It takes one that is there already: so it finds an element of that name
// whose sheet is constructed, which the policy allows. To be called before the library is loaded.
export function allowCalendarStyle(): void {
  if (document.querySelector('style[data-fullcalendar]')) return;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  // Not of HTML: a real style element would be tried against the policy even when empty.
  const element = document.createElementNS('urn:rytm', 'style');
  element.setAttribute('data-fullcalendar', '');
  Object.defineProperty(element, 'sheet', { value: takingRules(sheet) });
  document.head.append(element);
}

/** All but its font of icons, which would come as data: our own icons are drawn. */
const takingRules = (sheet: CSSStyleSheet): Pick<CSSStyleSheet, 'cssRules' | 'insertRule'> => ({
  cssRules: sheet.cssRules,
  insertRule: (rule) => (rule.startsWith('@font-face') ? 0 : sheet.insertRule(rule, sheet.cssRules.length)),
});
