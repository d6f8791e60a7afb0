/** The page under test as its visitors see it: what is where, and when it has come to rest. */
import type { Hand } from './hand';
import type { Target } from './in-page';

export interface Pair {
  item: number;
  /** 1 liked, 0 disliked, or stars. */
  label: number;
}

export interface RankedMovie {
  item: number;
  rank: number;
  score: number;
  title: string;
}

/** A slow engine on a slow machine loads and starts a model in this time. */
const START_MS = 90_000;
const LIVE = '#recommendations [data-source="live"]:not([data-waiting])';

/** Trays are known by the label of what lies in them. */
const TRAYS = { like: '1', dislike: '0', rated: 'rated' } as const;

export class Workbench {
  constructor(
    readonly hand: Hand,
    /** Address of the page, ends with a slash. */
    readonly url: string,
  ) {}

  async goto(parameters: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams(parameters).toString();
    await this.hand.goto(query ? `${this.url}?${query}` : this.url);
  }

  /** Opens the page and waits for the model's first own answer. */
  async open(parameters: Record<string, string> = {}): Promise<void> {
    await this.goto(parameters);
    await this.settled(START_MS);
    // A first visit begins with a game, which has tests of its own.
    await this.hand.evaluate(() => {
      document.querySelector<HTMLElement>('.opening-ways button')?.click();
    });
  }

  /** Waits until a stream has ended and the ranking answers what is on the page. */
  async settled(patience?: number): Promise<void> {
    const { hand } = this;
    await hand.until(
      'a live ranking of this support set',
      () =>
        hand.evaluate(
          (live) => ({
            live: document.querySelector(live) !== null,
            arriving: document.querySelector('[data-testid="arriving"]') !== null,
            notices: [...document.querySelectorAll('.notice-error')].map((one) => one.textContent),
          }),
          LIVE,
        ),
      ({ live, arriving }) => live && !arriving,
      patience,
    );
  }

  /** Opens the door to race, lab and own data. */
  async openResearchers(): Promise<void> {
    const door = { css: '#researchers h2 button' };
    if ((await this.hand.attribute(door, 'aria-expanded')) !== 'true') await this.hand.click(door);
  }

  pairs(): Promise<Pair[]> {
    return this.hand.look('#support-set [data-support]', (found) =>
      found.map((row) => ({
        item: Number(row.getAttribute('data-support')),
        label: Number(row.getAttribute('data-label')),
      })),
    );
  }

  async items(): Promise<number[]> {
    return (await this.pairs()).map(({ item }) => item);
  }

  /** The best `n` movies of the list. */
  async top(n: number): Promise<RankedMovie[]> {
    return this.hand.until(
      `the first ${n} rows`,
      () =>
        this.hand.look(
          '#recommendations .rank-row',
          (found, wanted) =>
            found
              .map((row) => ({
                item: Number(row.getAttribute('data-item')),
                rank: Number(row.getAttribute('data-rank')),
                score: Number(row.getAttribute('data-score')),
                title: row.querySelector('.rank-title > span')?.textContent ?? '',
              }))
              .filter(({ rank }) => rank >= 1 && rank <= wanted)
              .sort((a, b) => a.rank - b.rank),
          n,
        ),
      (rows) => rows.length === n,
    );
  }

  async ranking(n = 20): Promise<number[]> {
    return (await this.top(n)).map(({ item }) => item);
  }

  row(item: number): string {
    return `#recommendations .rank-row[data-item="${item}"]`;
  }

  inSupport(item: number): string {
    return `#support-set [data-support="${item}"]`;
  }

  tray(name: keyof typeof TRAYS): string {
    return `#support-set [data-tray="${TRAYS[name]}"]`;
  }

  /** A button of the support set's tools. */
  tool(name: string | RegExp): Target {
    return { css: '#support-set [role="group"] button', name };
  }

  /** Waits until the support set holds a movie with this label. */
  async holds(item: number, label: number): Promise<void> {
    await this.hand.until(
      `movie ${item} with label ${label} in the support set`,
      () => this.pairs(),
      (pairs) => pairs.some((pair) => pair.item === item && pair.label === label),
    );
    await this.settled();
  }

  async lacks(item: number): Promise<void> {
    await this.hand.disappears(this.inSupport(item));
    await this.settled();
  }

  /** A choice of a row of choices (setting, view, scope), by its name. */
  choice(panel: string, name: string): Target {
    return { css: `${panel} .segment`, name };
  }

  /** Types a title into the search field; the results are then open below it. */
  async search(title: string, by: 'click' | 'tap' = 'click'): Promise<void> {
    await this.hand.write('.movie-search input', title, by);
    await this.hand.appears({ css: '[role="option"]', name: new RegExp(`^${title} \\(`) });
  }

  /** Adds the first movie that a search finds, by keyboard. */
  async addBySearch(title: string, keys: readonly string[] = ['Enter']): Promise<void> {
    await this.search(title);
    await this.hand.press(...keys);
    await this.hand.disappears('.search-popup');
    await this.settled();
  }

  /** The table that says what a picture shows, row by row; the picture is shown again after. */
  async table(panel: string): Promise<string[][]> {
    const { hand } = this;
    const toggle = { css: `${panel} button`, name: 'As table' };
    // A picture out of sight stays behind until it is looked at.
    await hand.aimAt(toggle);
    await hand.disappears(`${panel} [data-behind]`);
    await hand.click(toggle);
    await hand.appears(`${panel} .figure-table`);
    const rows = await hand.look(`${panel} .figure-table tbody tr`, (found) =>
      found.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
    await hand.click(toggle);
    await hand.disappears(`${panel} .figure-table`);
    return rows;
  }

  /** Steps trained, and the loss of the last one, as the training panel says. */
  training(): Promise<{ step: number; loss: number }> {
    return this.hand.look('#training [data-step]', (found) => ({
      step: Number(found[0]?.getAttribute('data-step')),
      loss: Number(found[0]?.getAttribute('data-loss')),
    }));
  }

  async trained(step: number): Promise<void> {
    await this.hand.until(
      `training step ${step}`,
      () => this.training(),
      (now) => now.step >= step,
      START_MS,
    );
  }

  /** Takes single steps of training, up to this one. */
  async trainTo(step: number): Promise<void> {
    for (let next = (await this.training()).step + 1; next <= step; next++) {
      await this.hand.click({ css: '#training button', name: 'Step' });
      await this.trained(next);
    }
  }
}
