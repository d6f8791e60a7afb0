/** Brings a part of the page into sight, and opens what it is folded into (`Folded`). */

import { isClassLink } from '../../store/url';

/** What browsers say to content that is hidden until found, right before they show it. */
export const FOUND = 'beforematch';

/** Opens what `target` is folded into, and what is folded under its heading: it has a place when this returns. */
export function unfold(target: Element): void {
  const own = target.querySelector(':scope > .folded');
  (own ?? target).dispatchEvent(new Event(FOUND, { bubbles: true }));
}

/** Whether there is such an element; then it is open and scrolled to. */
export function reveal(id: string, where: ScrollIntoViewOptions = {}): boolean {
  const target = document.getElementById(id);
  if (!target) return false;
  unfold(target);
  target.scrollIntoView(where);
  return true;
}

/** What takes the scrolling into a visitor's own hand. */
const BY_HAND = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * As `reveal`, by a movement that ends with the element's top in sight. Browsers call such a movement off
 * where the page grows meanwhile, as when an answer arrives: then the rest of the way is made at once.
 */
export function revealSmoothly(id: string): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (!reveal(id, { block: 'start', behavior: still ? 'auto' : 'smooth' }) || still) return;
  const ended = new AbortController();
  const { signal } = ended;
  const finish = () => {
    ended.abort();
    document.getElementById(id)?.scrollIntoView({ block: 'start' });
  };
  addEventListener('scrollend', finish, { signal });
  for (const kind of BY_HAND)
    addEventListener(kind, () => ended.abort(), { signal, passive: true });
}

/** As `reveal`, and waits for a panel whose code is still on its way. Returns how to give up. */
export function revealWhenThere(id: string, where?: ScrollIntoViewOptions): () => void {
  if (reveal(id, where)) return () => undefined;
  const observer = new MutationObserver(() => {
    if (reveal(id, where)) observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Follows the part of the address after `#`, now and whenever it changes. Returns how to stop. */
export function followHash(): () => void {
  let giveUp: () => void = () => undefined;
  const follow = () => {
    giveUp();
    const id = location.hash.slice(1);
    // The fragment of a link for a class names no element.
    if (id && !isClassLink(location.hash)) giveUp = revealWhenThere(id);
  };
  addEventListener('hashchange', follow);
  // Not within the effect that asks for it: what is folded opens at once.
  const first = setTimeout(follow);
  return () => {
    clearTimeout(first);
    giveUp();
    removeEventListener('hashchange', follow);
  };
}
