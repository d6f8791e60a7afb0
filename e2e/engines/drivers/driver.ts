/**
 * What a journey needs of a browser, whichever it is: an address, a script, a hand and a picture.
 * Everything that is the same in every engine (finding, waiting, aiming) is in `../hand.ts`.
 */
import type { Candidate } from '../../../scripts/browsers/engines';

/** Pixels of the page's window, from its upper left corner. */
export interface Point {
  x: number;
  y: number;
}

/** What a driver can do beyond what every one can. */
export interface Abilities {
  /** Drag and drop as the browser's own, begun by the mouse. */
  drag: boolean;
  /** Whether the first press after a drag is one for the page: WebKitGTK gives it no `pointerdown`. */
  pressAfterDrag: boolean;
  /** Fingers: `touchstart` and what follows from it. */
  touch: boolean;
}

export interface Driver {
  readonly candidate: Candidate;
  readonly version: string;
  readonly can: Abilities;
  /** Goes to an address; resolves at once, whatever has loaded. */
  go(url: string): Promise<void>;
  reload(): Promise<void>;
  /**
   * Runs a function in the page.
   *
   * @param source text of the function; whatever it names must be in it
   * @param args and its result are what JSON can say
   * @throws when it throws
   */
  run(source: string, args: readonly unknown[]): Promise<unknown>;
  /** Makes the page's window so large. `hands` says what points at it: CSS asks for that too. */
  resize(width: number, height: number, hands: 'mouse' | 'finger'): Promise<void>;
  moveMouse(to: Point): Promise<void>;
  pressMouse(): Promise<void>;
  releaseMouse(): Promise<void>;
  /** A short touch: in one go, because a finger that stays is no tap. */
  tap(at: Point): Promise<void>;
  putFinger(at: Point): Promise<void>;
  moveFinger(to: Point): Promise<void>;
  liftFinger(): Promise<void>;
  /** Presses keys together and lets go of them: `['Control', 'z']`, names as in `KeyboardEvent.key`. */
  press(keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Chooses files in the first file field that `selector` finds, shown or not. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
  /** What the window shows, as PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}
