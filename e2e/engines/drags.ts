/** What a hand drags: a movie by mouse or finger, the thumb of a slider. */
import type { Point } from './drivers';
import { describe, sleep, type Hand } from './hand';
import type { Target } from './in-page';

/** A finger that drags something scrolls the page so near to an edge of the window (`touch-drag.ts`). */
const EDGE = 80;

/** Goes from one point to another as a hand does, by a few stops. */
async function glide(from: Point, to: Point, move: (at: Point) => Promise<void>): Promise<void> {
  const stops = 12;
  for (let k = 1; k <= stops; k++) {
    await move({
      x: from.x + ((to.x - from.x) * k) / stops,
      y: from.y + ((to.y - from.y) * k) / stops,
    });
    await sleep(15);
  }
}

/** How long a pull may take to become a drag. */
const PULL_MS = 8000;

/** What the page heard of the mouse since the last call, in order: `mousedown`, `dragstart` and so on. */
function heard(hand: Hand): Promise<string[]> {
  return hand.evaluate(() => {
    const page = window as unknown as { heardOfMouse?: string[] };
    const before = page.heardOfMouse ?? [];
    if (!page.heardOfMouse) {
      for (const kind of ['mousedown', 'mousemove', 'mouseup', 'dragstart', 'dragend']) {
        addEventListener(kind, () => page.heardOfMouse!.at(-1) === kind || page.heardOfMouse!.push(kind), true); // prettier-ignore
      }
    }
    page.heardOfMouse = [];
    return before;
  });
}

/**
 * Presses on the target and pulls it a little to the left, until it comes along.
 *
 * A browser on a busy machine may call off what it began, as when another program holds the mouse
 * (seen in WebKitGTK on Xvfb, once in some thirty pulls at ten times the load). A hand then presses
 * again, once; a page that refuses the drag refuses it twice.
 *
 * @returns where the mouse is
 */
export async function pull(hand: Hand, target: Target, pulls = 1): Promise<Point> {
  const { driver } = hand;
  await heard(hand);
  const from = await hand.pointAt(target);
  await driver.pressMouse();
  const pulled = { x: from.x - 24, y: from.y + 4 };
  await glide(from, pulled, (at) => driver.moveMouse(at));
  let step = 0;
  const drags = await hand
    .until(
      `${describe(target)} to come along`,
      async () => {
        // An engine under load may pass over a move.
        step = (step + 1) % 4;
        await driver.moveMouse({ x: pulled.x - step, y: pulled.y });
        return hand.count('html[data-dragging]');
      },
      (n) => n > 0,
      PULL_MS,
    )
    .then(() => true)
    .catch(async (error: Error) => {
      const events = (await heard(hand)).join(', ') || 'nothing';
      if (pulls > 1) throw new Error(`${error.message}; the page heard ${events}`);
      console.log(`${describe(target)} did not come along; the page heard ${events}`);
      return false;
    });
  if (drags) return pulled;
  await driver.releaseMouse();
  return pull(hand, target, pulls + 1);
}

/**
 * Drags by mouse.
 *
 * @param onto is aimed at only once the drag has begun, and must say that it would take the drop
 */
export async function dragByMouse(hand: Hand, target: Target, onto: string): Promise<void> {
  const { driver } = hand;
  const pulled = await pull(hand, target);
  const to = await hand.aimAt(onto);
  await glide(pulled, to, (at) => driver.moveMouse(at));
  let nudge = 0;
  let taken = 0;
  await hand.until(
    `${onto} to take the drop`,
    async () => {
      // A hand moves a little, until the place under it says that it takes the drop. The page knows
      // that before the browser around it does, which decides: a hand stays a moment.
      nudge = nudge === 0 ? 3 : 0;
      await driver.moveMouse({ x: to.x + nudge, y: to.y });
      taken = (await hand.count(`${onto}[data-drop-target]`)) > 0 ? taken + 1 : 0;
      return taken;
    },
    (times) => times >= 4,
  );
  await driver.releaseMouse();
  await hand.disappears('html[data-dragging]');
  if (!driver.can.pressAfterDrag) {
    await driver.pressMouse();
    await driver.releaseMouse();
  }
}

/** Presses at one place of a slider's width, and lets go at another; again where it did not follow. */
export async function slide(hand: Hand, css: string, from: number, to: number): Promise<void> {
  const { driver } = hand;
  const value = (): Promise<string> =>
    hand.look(css, ([found]) => (found as HTMLInputElement).value);
  const before = await value();
  await hand.until(
    `${css} to follow`,
    async () => {
      const end = await hand.aimAt({ css, at: to });
      const start = await hand.pointAt({ css, at: from });
      await driver.pressMouse();
      await glide(start, end, (at) => driver.moveMouse(at));
      await driver.releaseMouse();
      return value();
    },
    (now) => now !== before,
  );
}

/** Holds the target with a finger until it comes along, and lets it go on `onto`. */
export async function dragByFinger(hand: Hand, target: Target, onto: string): Promise<void> {
  const { driver } = hand;
  const from = await hand.aimAt(target);
  await driver.putFinger(from);
  await hand.appears('.touch-ghost');
  const middle = (): Promise<Point & { height: number }> =>
    hand.look(onto, ([place]) => {
      const { x, y, width, height } = place.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2, height: innerHeight };
    });
  let at = from;
  let nudge = 0;
  await hand.until(
    `${onto} to take the drop`,
    async () => {
      const place = await middle();
      // Near an edge of the window the page scrolls along, as far as the finger stays there.
      const y = place.y < EDGE ? EDGE / 4 : place.y > place.height - EDGE ? place.height - EDGE / 4 : place.y; // prettier-ignore
      // A hand moves a little, and follows what still moves.
      nudge = nudge === 0 ? 3 : 0;
      const to = { x: (y === place.y ? place.x : from.x) + nudge, y };
      await glide(at, to, (stop) => driver.moveFinger(stop));
      at = to;
      return hand.count(`${onto}[data-drop-target]`);
    },
    (n) => n > 0,
  );
  await driver.liftFinger();
  await hand.disappears('.touch-ghost');
}
