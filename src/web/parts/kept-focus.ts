// Nobody who works by keys loses their place: where what had the focus is taken away (a row, a form, a dialog), it
// goes to what comes next there, or back to where it was before the dialog.

const reachable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
const surrounding = 'dialog, form, section, main';

/** The removal that left `node`, or what it stood in, outside the page. */
function removalOf(node: Node, removals: MutationRecord[]): MutationRecord | undefined {
  const around = (part: Node): MutationRecord | undefined =>
    removals.find(({ removedNodes }) => [...removedNodes].some((one) => one.contains(part)));
  let removal = around(node);
  while (removal && !removal.target.isConnected) removal = around(removal.target);
  return removal;
}

/** What still stands in the page, and came last before what was taken away. */
function standingBefore({ previousSibling }: MutationRecord, removals: MutationRecord[]): Node | null {
  let node = previousSibling;
  while (node && !node.isConnected) {
    const gone: Node = node;
    node =
      removals.find(({ removedNodes }) => [...removedNodes].includes(gone as ChildNode))?.previousSibling ??
      null;
  }
  return node;
}

/** What one comes to next from where something was taken away, in the same section. */
function nextTo(removal: MutationRecord, removals: MutationRecord[]): HTMLElement | undefined {
  const parent = removal.target as Element;
  const place = parent.closest(surrounding);
  const all = [...(place?.querySelectorAll<HTMLElement>(reachable) ?? [])].filter(
    (one) => one.tabIndex >= 0 && one.getClientRects().length > 0,
  );
  const before = standingBefore(removal, removals);
  const from = before ?? parent;
  const comesAfter = (one: Node): boolean =>
    (from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !before?.contains(one);
  return all.find(comesAfter) ?? all.at(-1);
}

/** Watches over all that is drawn inside. */
export function keepFocus(root: HTMLElement): void {
  let last: HTMLElement | undefined;
  let beforeDialog: HTMLElement | undefined;
  let byKeys = false;

  root.addEventListener('focusin', ({ target }) => {
    const now = target as HTMLElement;
    if (last && now.closest('dialog') && !last.closest('dialog')) beforeDialog = last;
    last = now;
    byKeys = now.matches(':focus-visible');
  });
  // Whoever points somewhere else has let go of it.
  root.addEventListener('pointerdown', () => (last = undefined), { capture: true });

  new MutationObserver((records) => {
    const removals = records.filter(({ removedNodes }) => removedNodes.length > 0);
    if (beforeDialog && !beforeDialog.isConnected) {
      const removal = removalOf(beforeDialog, removals);
      if (removal) beforeDialog = nextTo(removal, removals);
    }
    const removal = last && removalOf(last, removals);
    if (!last || !removal || document.activeElement !== document.body) return;
    const next = last.isConnected ? last : last.closest('dialog') ? beforeDialog : nextTo(removal, removals);
    // Only who works by keys is taken along: under a pointer nothing jumps.
    (next ?? root.querySelector<HTMLElement>('main h1'))?.focus({ preventScroll: !byKeys });
  }).observe(root, { childList: true, subtree: true });
}
