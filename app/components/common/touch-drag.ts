/**
 * Dragging movies with a finger: hold a row, then move it to a tray. Browsers differ in what a long
 * press on a draggable element does (some nothing, some a menu), so this is the page's own. A finger
 * that moves at once scrolls, as everywhere.
 */
import { dragPicture } from './drag-picture';
import { setDragging } from './dragging';

/** How long a row is held before it comes along. */
const HOLD_MS = 350;
/** A finger is never quite still. */
const SLOP = 10;
/** Near the edges of the window the page scrolls along, by so many pixels a frame. */
const EDGE = 72;
const SPEED = 12;

interface Held {
  row: Element;
  item: number;
  title: string;
  x: number;
  y: number;
  /** When the finger came down, by the clock of its events. */
  since: number;
}

interface Dragged extends Held {
  ghost: HTMLElement;
  tray: HTMLElement | null;
}

/**
 * Rows carry `data-movie` and `data-movie-title`, trays `data-tray`.
 * @param drop is told what was let go over which tray
 * @returns what undoes it
 */
export function followTouchDrag(
  root: HTMLElement,
  drop: (item: number, tray: HTMLElement) => void,
): () => void {
  let held: Held | null = null;
  let dragged: Dragged | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const over = (tray: HTMLElement | null): void => {
    if (!dragged || dragged.tray === tray) return;
    dragged.tray?.removeAttribute('data-drop-target');
    tray?.setAttribute('data-drop-target', 'true');
    dragged.tray = tray;
  };
  const place = (): void => {
    if (!dragged) return;
    const { ghost, x, y } = dragged;
    ghost.style.transform = `translate(${x}px, ${y}px)`;
    over(document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-tray]') ?? null);
  };
  const scroll = (): void => {
    if (!dragged) return;
    const speed = dragged.y < EDGE ? -SPEED : dragged.y > innerHeight - EDGE ? SPEED : 0;
    if (speed !== 0) {
      scrollBy(0, speed);
      place();
    }
    frame = requestAnimationFrame(scroll);
  };
  const begin = (): void => {
    if (!held) return;
    const ghost = dragPicture(held.row, held.title);
    ghost.classList.add('touch-ghost');
    document.body.append(ghost);
    setDragging(true);
    navigator.vibrate?.(10);
    dragged = { ...held, ghost, tray: null };
    place();
    scroll();
  };
  const end = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    over(null);
    dragged?.ghost.remove();
    setDragging(false);
    held = dragged = null;
  };

  const onStart = (event: TouchEvent): void => {
    end();
    if (event.touches.length !== 1 || !(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>('[data-movie]');
    if (!row || event.target.closest('input')) return;
    const [{ clientX: x, clientY: y }] = event.touches;
    const { movie, movieTitle = '' } = row.dataset;
    held = { row, item: Number(movie), title: movieTitle, x, y, since: event.timeStamp };
    timer = setTimeout(begin, HOLD_MS);
  };
  const onMove = (event: TouchEvent): void => {
    if (!held) return;
    const [{ clientX: x, clientY: y }] = event.touches;
    if (dragged) {
      event.preventDefault();
      Object.assign(dragged, { x, y });
      place();
    } else if (Math.hypot(x - held.x, y - held.y) > SLOP) end();
  };
  const onEnd = (event: TouchEvent): void => {
    // A page that is busy hears of a short tap only after the hold: the finger's own clock decides.
    const isTap = held !== null && event.timeStamp - held.since < HOLD_MS;
    if (dragged && !isTap) {
      // No click follows on the row that was let go.
      event.preventDefault();
      const { item, tray } = dragged;
      end();
      if (tray) drop(item, tray);
    } else end();
  };
  const whileHeld = (event: Event): void => {
    if (held) event.preventDefault();
  };

  const controller = new AbortController();
  const { signal } = controller;
  root.addEventListener('touchstart', onStart, { signal, passive: true });
  root.addEventListener('touchmove', onMove, { signal, passive: false });
  root.addEventListener('touchend', onEnd, { signal, passive: false });
  root.addEventListener('touchcancel', end, { signal });
  // The browser's own answers to a long press: a menu, a drag of its own.
  root.addEventListener('contextmenu', whileHeld, { signal });
  root.addEventListener('dragstart', whileHeld, { signal, capture: true });
  return () => {
    end();
    controller.abort();
  };
}
