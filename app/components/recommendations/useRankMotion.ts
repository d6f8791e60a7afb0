/**
 * Rows that travel to their new rank. The list is keyed by movie and each row is placed by its rank;
 * when the ranking changes, every row on screen runs from where it was seen last to where it belongs
 * now (Web Animations, so that scrolling and React are not involved). Rows that leave the window stay
 * until they are out of sight.
 */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { rankTable } from '../../store/ranking';

/** First the change is taken in, then the rows move. */
const SETTLE_MS = 90;
const MOVE_MS = 500;
const EASING = 'cubic-bezier(0.22, 0.8, 0.28, 1)';

export interface VisibleRange {
  /** Positions in the list, `end` excluded. */
  start: number;
  end: number;
}

interface Options {
  list: Uint32Array;
  /** Number of items of the catalogue. */
  items: number;
  range: VisibleRange;
  rowHeight: number;
  container: RefObject<HTMLElement | null>;
  reducedMotion: boolean;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Vertical place of a row on screen now, in the middle of a movement too. */
function seenAt(row: HTMLElement): number | null {
  if (row.getAnimations().length === 0) return null;
  return new DOMMatrixReadOnly(getComputedStyle(row).transform).m42;
}

/** @returns items that must still be drawn because they are on their way out of the window. */
export function useRankMotion({
  list,
  items,
  range,
  rowHeight,
  container,
  reducedMotion,
}: Options): readonly number[] {
  const [seen, setSeen] = useState({ list, range });
  const [leaving, setLeaving] = useState<readonly number[]>([]);
  const ranksBefore = useRef<Int32Array>(new Int32Array(0));

  // Adjusting state while rendering: the first frame of a new ranking already has its leaving rows.
  if (seen.list !== list) {
    const staying = new Set(list.subarray(range.start, range.end));
    const was = [...seen.list.subarray(seen.range.start, seen.range.end)];
    setSeen({ list, range });
    setLeaving(reducedMotion ? [] : was.filter((item) => !staying.has(item)));
  } else if (seen.range.start !== range.start || seen.range.end !== range.end) {
    setSeen({ list, range });
  }

  useLayoutEffect(() => {
    const before = ranksBefore.current;
    const now = rankTable(list, items);
    ranksBefore.current = now;
    const root = container.current;
    if (!root || before.length !== items || reducedMotion) return;
    // Just outside the window: as far as a row needs to come from or to go.
    const above = (range.start - 2) * rowHeight;
    const below = (range.end + 2) * rowHeight;
    const place = (rank: number) =>
      rank === 0 ? below : clamp((rank - 1) * rowHeight, above, below);
    for (const row of root.querySelectorAll<HTMLElement>('[data-item]')) {
      const item = Number(row.dataset.item);
      const from = seenAt(row) ?? place(before[item]);
      const to = place(now[item]);
      for (const animation of row.getAnimations()) animation.cancel();
      if (Math.abs(from - to) < 0.5) continue;
      const leaves = row.hasAttribute('data-leaving');
      row.animate(
        [
          { transform: `translateY(${from}px)` },
          { transform: `translateY(${to}px)`, opacity: leaves ? 0 : 1 },
        ],
        {
          duration: MOVE_MS,
          delay: SETTLE_MS,
          easing: EASING,
          fill: leaves ? 'both' : 'backwards',
        },
      );
    }
    // The window at the moment of the change is meant, not every scroll after it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [list]);

  useEffect(() => {
    if (leaving.length === 0) return;
    const timer = setTimeout(() => setLeaving([]), SETTLE_MS + MOVE_MS);
    return () => clearTimeout(timer);
  }, [leaving]);

  return leaving;
}
