/**
 * Rows that travel to their new rank. Every place of the list is one element that shows whichever movie
 * has that rank; when the ranking changes, it starts from where its movie was seen last and runs to its
 * own place (Web Animations, so that scrolling and React are not involved, and the compositor moves it
 * while the page draws nothing).
 */
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { progressOf } from '../common/progress';

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

/** A movie on its way, in pixels from the top of the list. */
interface Motion {
  animation: Animation;
  /** The place it moves to. */
  row: HTMLElement;
  from: number;
  to: number;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

const seenAt = ({ animation, from, to }: Motion): number =>
  from + progressOf(animation) * (to - from);

const translate = (y: number): Keyframe => ({ transform: `translateY(${y}px)` });

export function useRankMotion(options: Options): void {
  const { list, ranks, range, rowHeight, container, reducedMotion } = options;
  const ranksBefore = useRef<Int32Array>(new Int32Array(0));
  const moving = useRef<ReadonlyMap<number, Motion>>(new Map());

  useLayoutEffect(() => {
    const before = ranksBefore.current;
    ranksBefore.current = ranks;
    const root = container.current;
    if (!root || before.length !== ranks.length || reducedMotion) return;
    // Just out of sight: as far as a row needs to come from. What would move farther out stays still:
    // the compositor leaves what it cannot see to the page, which then draws every frame.
    const above = (range.start - 1) * rowHeight;
    const below = range.end * rowHeight;
    const place = (rank: number) =>
      rank === 0 ? below : clamp((rank - 1) * rowHeight, above, below);
    const rows = [...root.querySelectorAll<HTMLElement>('[data-item]')].map((row) => {
      const item = Number(row.dataset.item);
      return { row, item, to: place(ranks[item]), motion: moving.current.get(item) };
    });
    const next = new Map<number, Motion>();
    const starts = [];
    for (const { row, item, to, motion } of rows) {
      // Whatever is on its way to where it belongs goes on: the whole answer changes little up here.
      if (motion?.row === row && motion.to === to && seenAt(motion) !== to) next.set(item, motion);
      else starts.push({ row, item, to, from: motion ? seenAt(motion) : place(before[item]) });
    }
    for (const [item, { animation }] of moving.current) if (!next.has(item)) animation.cancel();
    for (const { row, item, from, to } of starts) {
      if (Math.abs(from - to) < 0.5) continue;
      const animation = row.animate([translate(from), translate(to)], {
        duration: MOVE_MS,
        delay: SETTLE_MS,
        easing: EASING,
        fill: 'backwards',
      });
      next.set(item, { animation, row, from, to });
    }
    moving.current = next;
    // The window at the moment of the change is meant, not every scroll after it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [list]);
}
