/**
 * What the list looks like at every frame of an animation: boxes and words of all rows in sight, read
 * in the page at each `requestAnimationFrame`.
 */
import { expect, type Page } from '@playwright/test';

interface SeenRow {
  rank: string;
  title: string;
  top: number;
  bottom: number;
  /** Of the title, seen: how much of its box lies in its row, times its opacity. */
  seen: number;
}

export interface SeenFrame {
  /** Milliseconds since the page was opened. */
  at: number;
  /** Rows that lie in the list's window at all, top to bottom as they are seen. */
  rows: SeenRow[];
  /** Edges of the list's window. */
  top: number;
  bottom: number;
  /** Animations that run in the list. */
  moving: number;
}

declare global {
  interface Window {
    seenFrames: SeenFrame[];
  }
}

/** Starts to read frames, from the page's first on. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.seenFrames = [];
    const read = (): void => {
      requestAnimationFrame(read);
      const list = document.querySelector('.ranked');
      if (!list) return;
      const { top, bottom } = list.getBoundingClientRect();
      const rows = [...list.querySelectorAll('.rank-row')].map((row) => {
        const box = row.getBoundingClientRect();
        const title = row.querySelector('.rank-title')!;
        const words = title.firstElementChild!.getBoundingClientRect();
        const inside = Math.min(words.bottom, box.bottom) - Math.max(words.top, box.top);
        const share = words.height > 0 ? inside / words.height : 0;
        return {
          rank: row.querySelector('.rank-number')!.textContent ?? '',
          title: title.firstElementChild!.textContent ?? '',
          top: box.top,
          bottom: box.bottom,
          seen: share * Number(getComputedStyle(title).opacity),
        };
      });
      window.seenFrames.push({
        at: performance.now(),
        rows: rows
          .filter((row) => row.bottom > top + 1 && row.top < bottom - 1)
          .sort((a, b) => a.top - b.top),
        top,
        bottom,
        moving: list.getAnimations({ subtree: true }).filter((a) => a.playState === 'running')
          .length,
      });
    };
    requestAnimationFrame(read);
  });
}

/** The frames so far; the next call gives those after them. */
export const takeFrames = (page: Page): Promise<SeenFrame[]> =>
  page.evaluate(() => window.seenFrames.splice(0));

/** What is wrong with a frame: blank rows, rows on one another, gaps, numbers out of order. */
function faultsOf({ rows, top, bottom }: SeenFrame): string[] {
  const faults = rows.flatMap((row, k) => {
    const before = rows[k - 1];
    return [
      row.title.trim() === '' && `row ${k + 1} is blank`,
      row.seen < 0.35 && `only ${row.seen.toFixed(2)} of ‘${row.title}’ is seen`,
      Number(row.rank) !== Number(rows[0].rank) + k && `row ${k + 1} says ${row.rank}`,
      before && row.top < before.bottom - 0.6 && `‘${row.title}’ lies on ‘${before.title}’`,
      before && row.top > before.bottom + 0.6 && `a gap above ‘${row.title}’`,
    ];
  });
  const isFilled =
    rows.length > 4 && rows[0].top < top + 1 && rows[rows.length - 1].bottom > bottom - 40;
  return [...faults, !isFilled && `${rows.length} rows do not fill the window`].filter(
    (fault) => typeof fault === 'string',
  );
}

/** No row is blank, no two share a place, ranks are in order without a gap, the window is filled. */
export function expectOrderly(frames: SeenFrame[], what: string): void {
  expect(frames.length, `frames of ${what}`).toBeGreaterThan(10);
  const faults = frames.flatMap((frame) =>
    faultsOf(frame).map((fault) => `${frame.at.toFixed(0)} ms: ${fault}`),
  );
  expect(faults, what).toEqual([]);
}

/** The lists that were shown, each with the time that it was there. */
export function listsOf(frames: SeenFrame[]): { titles: string; held: number }[] {
  const lists: { titles: string; from: number; held: number }[] = [];
  for (const { at, rows } of frames) {
    const titles = rows.map(({ title }) => title).join(' | ');
    const last = lists.at(-1);
    if (last?.titles === titles) last.held = at - last.from;
    else lists.push({ titles, from: at, held: 0 });
  }
  return lists;
}
