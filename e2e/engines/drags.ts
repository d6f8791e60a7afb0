/** What a hand drags: a movie by mouse or finger, the thumb of a slider. */
import type { Point } from './drivers';
import { sleep, type Hand } from './hand';
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

/**
 * Drags by mouse.
 *
 * @param onto is aimed at only once the drag has begun, and must say that it would take the drop
 */
export async function dragByMouse(hand: Hand, target: Target, onto: string): Promise<void> {
  const { driver } = hand;
  const from = await hand.aimAt(target);
  await driver.moveMouse(from);
  await driver.pressMouse();
  await glide(from, { x: from.x - 24, y: from.y + 4 }, (at) => driver.moveMouse(at));
  await hand.appears('html[data-dragging]');
  const to = await hand.aimAt(onto);
  await glide({ x: from.x - 24, y: from.y + 4 }, to, (at) => driver.moveMouse(at));
  let nudge = 0;
  await hand.until(
    `${onto} to take the drop`,
    async () => {
      // A hand moves a little, until the place under it says that it takes the drop.
      nudge = nudge === 0 ? 3 : 0;
      await driver.moveMouse({ x: to.x + nudge, y: to.y });
      return hand.count(`${onto}[data-drop-target]`);
    },
    (n) => n > 0,
  );
  await driver.releaseMouse();
  await hand.disappears('html[data-dragging]');
  if (!driver.can.pressAfterDrag) {
    await driver.pressMouse();
    await driver.releaseMouse();
  }
}

/** Presses at one place of a slider's width, and lets go at another. */
export async function slide(hand: Hand, css: string, from: number, to: number): Promise<void> {
  const { driver } = hand;
  const start = await hand.aimAt({ css, at: from });
  const end = await hand.aimAt({ css, at: to });
  await driver.moveMouse(start);
  await driver.pressMouse();
  await glide(start, end, (at) => driver.moveMouse(at));
  await driver.releaseMouse();
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
