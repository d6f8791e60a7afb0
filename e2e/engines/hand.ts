/**
 * A visitor's hand and eyes on the page, in any engine: it aims at the middle of what it sees,
 * waits until that stands still and lies open, and presses there. Nothing is done by script that a
 * visitor does by hand.
 */
import type { Driver, Point } from './drivers';
import { aim, findAll, pressMet, sought, stopWatching, watchPress, type Aim, type Met, type Target } from './in-page'; // prettier-ignore

/** Generous: a busy machine may be ten times slower than a quiet one. */
export const PATIENCE_MS = 45_000;
const POLL_MS = 40;
/** How long a button of the mouse stays down for a click. */
const PRESS_MS = 40;
/** A press that the page has not heard of by then went to the browser itself, or to another document. */
const HEARD_MS = 3000;
/** A click comes within this time of its press. */
const CLICK_MS = 600;

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }; // prettier-ignore

export class Hand {
  constructor(readonly driver: Driver) {}

  /** Runs a function in the page; it may only name its arguments and what the page has. */
  async evaluate<A extends readonly unknown[], T>(
    inPage: (...args: A) => T,
    ...args: A
  ): Promise<T> {
    return (await this.driver.run(String(inPage), args)) as T;
  }

  /** Goes to an address; resolves in the new document, which may still be loading. */
  goto(url: string): Promise<void> {
    return this.leave(() => this.driver.go(url), url);
  }

  /** Loads the page anew, as the browser's button does. */
  async reload(): Promise<void> {
    const url = await this.evaluate(() => location.href);
    await this.leave(() => this.driver.reload(), url);
  }

  /**
   * Does what makes one document give way to the next, and waits for that: meanwhile an engine may
   * answer for the old one, or fail.
   */
  async leave(how: () => Promise<void>, address: string | RegExp): Promise<void> {
    // The mark is the document's: what a script leaves in its global, Firefox keeps from the next one.
    await this.evaluate(() => document.documentElement.setAttribute('data-old', ''));
    await how();
    const isThere = (href: string | null): boolean =>
      href !== null && (typeof address === 'string' ? href === address : address.test(href));
    const look = (): string | null =>
      document.documentElement.hasAttribute('data-old') || document.readyState === 'loading'
        ? null
        : location.href;
    await this.until(
      `a new document at ${String(address)}`,
      () => this.evaluate(look).catch(() => null),
      isThere,
    );
  }

  /** What `inPage` makes of the shown elements of a target. */
  async look<T, A extends readonly Json[]>(
    target: Target,
    inPage: (found: Element[], ...args: A) => T,
    ...args: A
  ): Promise<T> {
    const source = `(sought, ...args) => (${String(inPage)})((${String(findAll)})(sought), ...args)`;
    return (await this.driver.run(source, [sought(target), ...args])) as T;
  }

  count(target: Target): Promise<number> {
    return this.look(target, (found) => found.length);
  }

  /** The text of a target as it stands in the document; nothing where it is not shown. */
  text(target: Target): Promise<string> {
    return this.look(target, (found) => (found[0]?.textContent ?? '').replace(/\s+/g, ' ').trim());
  }

  texts(target: Target): Promise<string[]> {
    return this.look(target, (found) =>
      found.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()),
    );
  }

  attribute(target: Target, name: string): Promise<string | null> {
    return this.look(target, (found, wanted) => found[0]?.getAttribute(wanted) ?? null, name);
  }

  /**
   * Waits until `ask` gives something that `isGood` accepts (true, unless said).
   *
   * @throws after `patience` ms, with the last answer
   */
  async until<T>(
    what: string,
    ask: () => Promise<T>,
    isGood: (answer: T) => boolean = Boolean,
    patience = PATIENCE_MS,
  ): Promise<T> {
    const end = Date.now() + patience;
    for (;;) {
      const answer = await ask();
      if (isGood(answer)) return answer;
      if (Date.now() > end) {
        const last = JSON.stringify(answer)?.slice(0, 600);
        throw new Error(`waited ${patience / 1000} s for ${what}; last: ${last}`);
      }
      await sleep(POLL_MS);
    }
  }

  async appears(target: Target, patience = PATIENCE_MS): Promise<void> {
    await this.until(describe(target), () => this.count(target), (n) => n > 0, patience); // prettier-ignore
  }

  async disappears(target: Target, patience = PATIENCE_MS): Promise<void> {
    await this.until(`${describe(target)} to go`, () => this.count(target), (n) => n === 0, patience); // prettier-ignore
  }

  /** Waits until the text of a target fits. */
  reads(target: Target, expected: string | RegExp, patience?: number): Promise<string> {
    const fits = (text: string): boolean =>
      typeof expected === 'string' ? text.includes(expected) : expected.test(text);
    return this.until(
      `${describe(target)} to read ${String(expected)}`,
      () => this.text(target),
      fits,
      patience,
    );
  }

  /** Where a press meets the target: in the window, still, with nothing over it. */
  async aimAt(target: Target): Promise<Point> {
    const wanted = sought(target);
    let last: Aim | null = null;
    let scrolls = 0;
    const { at } = await this.until(
      `${describe(target)} to lie open`,
      async () => {
        const now = await this.look(target, aim, wanted.nth, wanted.at);
        const still =
          now.at !== null && last?.at != null && Math.hypot(now.at.x - last.at.x, now.at.y - last.at.y) < 0.5; // prettier-ignore
        last = now;
        if (still && !now.open) {
          // First as little as may be; what is then still covered goes to the middle.
          const block = scrolls++ % 2 === 0 ? 'nearest' : 'center';
          await this.look(
            target,
            (found, nth, to) => found[nth]?.scrollIntoView({ block: to as ScrollLogicalPosition, behavior: 'instant' }), // prettier-ignore
            wanted.nth,
            block,
          );
          last = null;
        }
        return { ...now, still };
      },
      ({ still, open }) => still && open,
    );
    return at!;
  }

  async hover(target: Target): Promise<void> {
    await this.driver.moveMouse(await this.aimAt(target));
  }

  /**
   * Moves the mouse there, and waits until the page says that it is: what shows or moves under the
   * mouse does so before it is pressed, and a busy engine hears of a move late.
   */
  async pointAt(target: Target): Promise<Point> {
    const { nth } = sought(target);
    return this.until(
      `the mouse over ${describe(target)}`,
      async () => {
        const at = await this.aimAt(target);
        await this.driver.moveMouse(at);
        const over = await this.look(
          target,
          (found, n) =>
            found[n]?.matches(':hover') || found[n]?.closest('label')?.matches(':hover'),
          nth,
        );
        return over ? at : null;
      },
      (at) => at !== null,
    ) as Promise<Point>;
  }

  /** Presses and lets go of the mouse in the middle of the target; aims again where that moved away. */
  async click(target: Target): Promise<void> {
    await this.until(
      `a press that meets ${describe(target)}`,
      async () => {
        await this.pointAt(target);
        if (!(await this.look(target, watchPress, sought(target).nth))) return 'other';
        await this.driver.pressMouse();
        await sleep(PRESS_MS);
        await this.driver.releaseMouse();
        const met = await this.whatPressMet();
        if (met === undefined || met === 'clicked' || met === 'other') return met;
        // No click came of it: the target is gone and has done its work, or it moved away in
        // between, or the press was lost on its way.
        const isGone = (await this.count(target)) === 0;
        console.log(`no click on ${describe(target)}, ${isGone ? 'gone' : 'still there'}; heard: ${met ?? 'nothing'}`); // prettier-ignore
        return isGone ? met : 'other';
      },
      (met) => met !== 'other',
    );
  }

  /** What the press just made met; null where the page heard of none, nothing where it is another one now. */
  private async whatPressMet(): Promise<Met | undefined> {
    const asked = (): Promise<Met | undefined> => this.evaluate(pressMet).catch(() => undefined);
    const pressed = Date.now();
    let met = await asked();
    // A click comes last, soon after the press was heard.
    while (Date.now() - pressed < (met === null ? HEARD_MS : met === 'target' ? CLICK_MS : 0)) {
      await sleep(POLL_MS);
      met = await asked();
    }
    // The click of a press that missed is kept from the page too.
    if (met === 'other') await sleep(CLICK_MS);
    await this.evaluate(stopWatching).catch(() => undefined);
    return met;
  }

  /** Touches the middle of the target; by mouse where the driver has no fingers. */
  async tap(target: Target): Promise<void> {
    if (!this.driver.can.touch) return this.click(target);
    await this.driver.tap(await this.aimAt(target));
  }

  /** Presses keys together: `'Control', 'z'`. */
  press(...keys: string[]): Promise<void> {
    return this.driver.press(keys);
  }

  /** Clicks into a field and writes over what is in it. */
  async write(target: Target, text: string, by: 'click' | 'tap' = 'click'): Promise<void> {
    await this[by](target);
    await this.until(`the focus in ${describe(target)}`, () =>
      this.look(target, (found) => found.some((one) => one === document.activeElement)),
    );
    await this.press('Control', 'a');
    await this.driver.type(text);
  }

  /** Chooses an entry of a list that the browser shows itself, by keyboard. */
  async choose(target: Target, label: string): Promise<void> {
    const index = await this.look(
      target,
      (found, wanted) => [...(found[0] as HTMLSelectElement).options].findIndex((o) => o.text.trim() === wanted), // prettier-ignore
      label,
    );
    if (index < 0) throw new Error(`${describe(target)} has no entry ${label}`);
    await this.look(target, (found) => (found[0] as HTMLSelectElement).focus());
    const chosen = (): Promise<number> =>
      this.look(target, (found) => (found[0] as HTMLSelectElement).selectedIndex);
    for (let at = await chosen(); at !== index; at = await chosen()) {
      await this.press(at < index ? 'ArrowDown' : 'ArrowUp');
      await this.until('the next entry', chosen, (now) => now !== at);
    }
  }
}

export const describe = (target: Target): string =>
  typeof target === 'string'
    ? target
    : `${target.css} ${String(target.name ?? target.text ?? '')}`.trim();
