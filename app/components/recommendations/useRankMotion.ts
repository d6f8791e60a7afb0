/**
 * Rows that travel to their new rank. The list is keyed by movie and each row is placed by its rank;
 * when the ranking changes, every row on screen runs from where it was seen last to where it belongs
 * now (Web Animations, so that scrolling and React are not involved). Rows that leave the window stay
 * until they are out of sight.
 */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

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
  /** Rank by item, 0 when not listed. */
  ranks: Int32Array;
  range: VisibleRange;
  rowHeight: number;
  container: RefObject<HTMLElement | null>;
  reducedMotion: boolean;
}

/** A row on its way, in pixels from the top of the list. */
interface Motion {
  animation: Animation;
  from: number;
  to: number;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * Where a moving row is now. Worked out from the animation's own progress, which has the easing in
 * it (and is null once it is over): reading the row's style would make the browser lay out the page,
 * once a row.
 */
function seenAt({ animation, from, to }: Motion): number {
  return from + (animation.effect?.getComputedTiming().progress ?? 1) * (to - from);
}

/** @returns items that must still be drawn because they are on their way out of the window. */
export function useRankMotion({
  list,
  ranks,
  range,
  rowHeight,
  container,
  reducedMotion,
}: Options): readonly number[] {
  const [seen, setSeen] = useState({ list, range });
  const [leaving, setLeaving] = useState<readonly number[]>([]);
  const ranksBefore = useRef<Int32Array>(new Int32Array(0));
  const motions = useRef(new Map<HTMLElement, Motion>());

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
    ranksBefore.current = ranks;
    const root = container.current;
    if (!root || before.length !== ranks.length || reducedMotion) return;
    // Just outside the window: as far as a row needs to come from or to go.
    const above = (range.start - 2) * rowHeight;
    const below = (range.end + 2) * rowHeight;
    const place = (rank: number) =>
      rank === 0 ? below : clamp((rank - 1) * rowHeight, above, below);
    const moving = motions.current;
    for (const row of root.querySelectorAll<HTMLElement>('[data-item]')) {
      const item = Number(row.dataset.item);
      const motion = moving.get(row);
      const from = motion ? seenAt(motion) : place(before[item]);
      const to = place(ranks[item]);
      motion?.animation.cancel();
      moving.delete(row);
      if (Math.abs(from - to) < 0.5) continue;
      const leaves = row.hasAttribute('data-leaving');
      const animation = row.animate(
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
      moving.set(row, { animation, from, to });
    }
    for (const row of moving.keys()) if (!row.isConnected) moving.delete(row);
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
