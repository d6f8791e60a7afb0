/**
 * The way from a score in the list to its explanation and back. The explanation opens in another
 * panel, on a phone far below: it is brought into view, and the focus goes along and comes back.
 */
import { store } from '../../store';

/** The movie whose explanation takes the focus when it is there. */
let expected: number | null = null;

/** Opens the explanation of a movie's score. */
export function explainScore(item: number): void {
  const { select, setView } = store.getState();
  select(item);
  setView('explain');
  expected = item;
  bringIntoView(document.getElementById('backbone'), 'start');
}

/** Tells that the explanation of `item` is drawn in `region`; it takes the focus if it was asked for. */
export function explanationDrawn(item: number, region: HTMLElement | null): void {
  if (item !== expected || !region) return;
  expected = null;
  region.scrollTop = 0;
  region.focus({ preventScroll: true });
}

/** Back to the score that was explained, or to the list where the row is out of sight. */
export function backToScore(item: number): void {
  const list = document.getElementById('recommendations');
  const row = list?.querySelector<HTMLElement>(`[data-item="${item}"]`);
  const back = row ?? list;
  bringIntoView(back, 'center');
  back?.querySelector<HTMLElement>('.rank-score')?.focus({ preventScroll: true });
}

/** Scrolls only as far as is needed: what is in view stays where it is. */
function bringIntoView(element: HTMLElement | null, block: ScrollLogicalPosition): void {
  if (!element) return;
  const { top } = element.getBoundingClientRect();
  if (top >= 0 && top < innerHeight / 2) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block, behavior: still ? 'auto' : 'smooth' });
}
