import type { Locator, Page } from '@playwright/test';

export interface RankedMovie {
  item: number;
  rank: number;
  score: number;
  /** The sentence of the row's movement: `up 12 places`, or nothing. */
  move: string;
}

/** The right column: the ranked list, its scope and the pin. */
export class Recommendations {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.locator('#recommendations');
  }

  row(item: number): Locator {
    return this.root.locator(`.rank-row[data-item="${item}"]`);
  }

  atRank(rank: number): Locator {
    return this.root.locator(`.rank-row[data-rank="${rank}"]`);
  }

  scope(name: 'All' | 'In genre'): Locator {
    return this.root.getByRole('radio', { name, exact: true });
  }

  /** The best `n` movies, read from the rows in sight; the list shows at least that many. */
  async top(n: number): Promise<RankedMovie[]> {
    // Found and read in one go: the list may be ranked anew between two calls of the browser.
    const rows = await this.root.evaluate((root) =>
      [...root.querySelectorAll('.rank-row')].map((row) => ({
        item: Number(row.getAttribute('data-item')),
        rank: Number(row.getAttribute('data-rank')),
        score: Number(row.getAttribute('data-score')),
        move: (row.querySelector('.rank-pick')?.getAttribute('aria-label') ?? '')
          .split(', ')
          .slice(-1)[0],
      })),
    );
    const best = rows.filter(({ rank }) => rank >= 1 && rank <= n).sort((a, b) => a.rank - b.rank);
    if (best.length !== n) throw new Error(`${best.length} of the first ${n} rows are in the list`);
    return best;
  }

  /** The first rows with the words that are seen in them about their movement. */
  async rows(n: number): Promise<{ item: number; rank: number; words: string }[]> {
    const rows = await this.root.locator('.rank-row').evaluateAll((all) =>
      all.map((row) => ({
        item: Number(row.getAttribute('data-item')),
        rank: Number(row.getAttribute('data-rank')),
        words: (row.querySelector<HTMLElement>('.rank-move')?.innerText ?? '').trim(),
      })),
    );
    return rows.filter(({ rank }) => rank <= n);
  }

  async items(n: number): Promise<number[]> {
    return (await this.top(n)).map(({ item }) => item);
  }

  /** Total number of movies in the list, as it says itself. */
  async length(): Promise<number> {
    const name = await this.root.locator('.ranked-rows').getAttribute('aria-label');
    return Number((name ?? '').replace(/\D/g, ''));
  }
}
