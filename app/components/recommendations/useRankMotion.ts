/**
 * How the list shows that ranks have changed. Every place of the list is one row that stays where it
 * is: its number never moves, so at no moment are numbers out of order, rows over one another or a
 * place empty. The movie that now has the place comes in from where it was, from below when it has
 * risen, and stays inside its row (Web Animations on what the compositor moves by itself). Rows that
 * keep their movie do not move.
 *
 * A run that plays changes the list some times a second, which nobody could follow: there films are
 * replaced where they stand. (WebKit also keeps some memory of every animation: `docs/browsers.md`.)
 */
import { useLayoutEffect, useRef, type RefObject } from 'react';

const MOVE_MS = 450;
const EASING = 'cubic-bezier(0.22, 0.8, 0.28, 1)';
/** Of a row's height: so far a movie comes in from, which leaves all of its title in sight. */
const STEP = 0.15;

interface Options {
  list: Uint32Array;
  /** Rank by item, 0 when not listed. */
  ranks: Int32Array;
  rowHeight: number;
  /** The list whose rows carry `data-rank`. */
  container: RefObject<HTMLElement | null>;
  /** What the list was adapted to. */
  support: object;
  /** Training goes on: lists follow one another without an edit. */
  playing: boolean;
  reducedMotion: boolean;
}

export function useRankMotion(options: Options): void {
  const { list, ranks, rowHeight, container, support, playing, reducedMotion } = options;
  const before = useRef({ list, ranks, support });
  /** The last move of each title. To ask the title for it would have its style worked out, row by row. */
  const moves = useRef(new WeakMap<Element, Animation>());

  useLayoutEffect(() => {
    const was = before.current;
    before.current = { list, ranks, support };
    if (playing && was.support === support) return;
    // Of another catalogue, or the first list: nothing that it could have come from.
    if (!container.current || was.ranks.length !== ranks.length || reducedMotion) return;
    for (const row of container.current.querySelectorAll<HTMLElement>('[data-rank]')) {
      const place = Number(row.dataset.rank) - 1;
      const item = list[place];
      if (was.list[place] === item) continue;
      const title = row.querySelector('.rank-title');
      if (!title) continue;
      moves.current.get(title)?.cancel();
      const risen = was.ranks[item] === 0 || was.ranks[item] > place + 1;
      const from = `translateY(${(risen ? STEP : -STEP) * rowHeight}px)`;
      const move = title.animate([{ transform: from, opacity: 0.6 }, {}], {
        duration: MOVE_MS,
        easing: EASING,
      });
      moves.current.set(title, move);
    }
    // The rows that are there at the moment of the change are meant, not those that a scroll brings.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [list]);
}
