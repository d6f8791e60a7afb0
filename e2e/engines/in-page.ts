/**
 * What runs in the page under test. These functions travel as text: each holds all that it names.
 */

/** An element as a visitor would name it. A string is a CSS selector. */
export type Target =
  | string
  | {
      css: string;
      /** Its accessible name: all of it, or what an expression finds in it. */
      name?: string | RegExp;
      /** Its text, in the same way. */
      text?: string | RegExp;
      /** Which of those found; the first, unless said. */
      nth?: number;
      /** Where across its width it is meant: 0 left, 1 right; the middle, unless said. */
      at?: number;
    };

/** A target without expressions, which do not travel. */
export interface Sought {
  css: string;
  name: Pattern | null;
  text: Pattern | null;
  nth: number;
  at: number;
}
type Pattern = { exactly: string } | { matches: string; flags: string };

const pattern = (wanted: string | RegExp | undefined): Pattern | null => {
  if (wanted === undefined) return null;
  if (typeof wanted === 'string') return { exactly: wanted };
  return { matches: wanted.source, flags: wanted.flags };
};

export const sought = (target: Target): Sought =>
  typeof target === 'string'
    ? { css: target, name: null, text: null, nth: 0, at: 0.5 }
    : {
        css: target.css,
        name: pattern(target.name),
        text: pattern(target.text),
        nth: target.nth ?? 0,
        at: target.at ?? 0.5,
      };

/** All shown elements that are meant, in the order of the document. */
export function findAll({ css, name, text }: Sought): Element[] {
  const plain = (words: string | null | undefined): string =>
    (words ?? '').replace(/\s+/g, ' ').trim();
  const fits = (words: string, wanted: Pattern | null): boolean =>
    wanted === null ||
    ('exactly' in wanted
      ? words === wanted.exactly
      : new RegExp(wanted.matches, wanted.flags).test(words));
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    return plain(
      element.getAttribute('aria-label') ??
        (ids.length > 0
          ? ids.map((id) => document.getElementById(id)?.getAttribute('aria-label') ?? document.getElementById(id)?.textContent).join(' ') // prettier-ignore
          : labels.length > 0
            ? labels.map((label) => label.textContent).join(' ')
            : element.textContent),
    );
  };
  return [...document.querySelectorAll(css)].filter(
    (element) =>
      element.getClientRects().length > 0 &&
      fits(nameOf(element), name) &&
      fits(plain(element.textContent), text),
  );
}

export interface Aim {
  /** The middle of the element in the window; none: it is not there. */
  at: { x: number; y: number } | null;
  /** Whether a press there would meet the element. */
  open: boolean;
  /** What lies over it, for the message of a failure. */
  over: string;
}

/** Where a place of an element is, its middle unless said, and whether anything else would take a press there. */
export function aim(found: Element[], nth: number, across: number): Aim {
  const element = found[nth];
  if (!element) return { at: null, open: false, over: `${found.length} found` };
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = { x: left + width * across, y: top + height / 2 };
  const hit = document.elementFromPoint(at.x, at.y);
  const label = hit?.closest('label');
  const open =
    hit !== null &&
    (element.contains(hit) || (label !== null && label !== undefined && label.contains(element)));
  return { at, open, over: hit ? `${hit.tagName}.${hit.getAttribute('class') ?? ''}` : 'nothing' };
}

/** What a press met: something else, the target, the target with a click that came of it, or nothing yet. */
export type Met = 'other' | 'target' | 'clicked' | null;

interface Watched {
  pressMet?: Met;
  /** Whether the target shows what it opens: some open on the press, and what they open gets the release. */
  isOpen?: () => boolean;
  stopWatching?: () => void;
}

/**
 * Watches over the next press. One that meets something else, because the page moved between look and
 * press, is kept from the page: a hand that missed aims again. False where the target has just gone.
 */
export function watchPress(found: Element[], nth: number): boolean {
  const page = window as Watched;
  const element = found[nth];
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  const isTarget = (hit: Element): boolean =>
    element.contains(hit) || (hit.closest('label')?.contains(element) ?? false);
  const hear = (event: Event): void => {
    const met = isTarget(event.target as Element);
    page.pressMet ??= met ? 'target' : 'other';
    if (page.pressMet !== 'other') {
      // A target that moves between press and release gets no click: what holds both places gets it.
      if (event.type === 'click' && met) page.pressMet = 'clicked';
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  page.stopWatching?.();
  page.pressMet = null;
  if (!element) return false;
  page.isOpen = () => element.getAttribute('aria-expanded') === 'true';
  page.stopWatching = () => kinds.forEach((kind) => removeEventListener(kind, hear, true));
  for (const kind of kinds) addEventListener(kind, hear, true);
  return true;
}

export function pressMet(): Met | undefined {
  const { pressMet: met, isOpen } = window as Watched;
  return met === 'target' && isOpen?.() ? 'clicked' : met;
}

export const stopWatching = (): void => (window as Watched).stopWatching?.();
