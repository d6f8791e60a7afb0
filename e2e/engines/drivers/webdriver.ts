/**
 * A browser driven by the commands of W3C WebDriver, whatever carries them (`Wire`): HTTP for
 * WebKitWebDriver, Firefox's own socket for Firefox. Where the browser stands on a screen of ours
 * (`Display`), the mouse is the screen's.
 */
import type { Candidate } from '../../../scripts/browsers/engines';
import type { Display } from './display';
import type { Abilities, Driver, Point } from './driver';

/** The commands that are used, as each wire knows them. */
export type Command =
  'navigate' | 'refresh' | 'execute' | 'actions' | 'find' | 'send' | 'screenshot' | 'rect';

export interface Wire {
  /** @throws what the browser answers instead of a result */
  send(command: Command, parameters: Record<string, unknown>): Promise<unknown>;
  close(): Promise<void>;
}

/** Keys without a character of their own, as WebDriver writes them. */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Space: ' ',
};
/** Key of an element in WebDriver's JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** How long a finger stays down for a tap. */
const TAP_MS = 30;

const keyAction = (type: 'keyDown' | 'keyUp', key: string) => ({ type, value: KEYS[key] ?? key });

/** One action of a pointer, as WebDriver writes it. */
type Act =
  | { type: 'pointerMove'; x: number; y: number }
  | { type: 'pause'; duration: number }
  | { type: 'pointerDown' | 'pointerUp' };

export abstract class WebDriver implements Driver {
  abstract readonly can: Abilities;

  constructor(
    readonly candidate: Candidate,
    readonly version: string,
    protected readonly wire: Wire,
    /** None: the mouse is WebDriver's, which drags nothing. */
    protected readonly display: Display | null,
  ) {}

  abstract resize(width: number, height: number, hands: 'mouse' | 'finger'): Promise<void>;
  /** Where the page's upper left corner is on the screen. */
  protected abstract corner(): Promise<Point>;

  async go(url: string): Promise<void> {
    await this.wire.send('navigate', { url });
  }

  async reload(): Promise<void> {
    await this.wire.send('refresh', {});
  }

  run(source: string, args: readonly unknown[]): Promise<unknown> {
    // Compilers give functions names by a helper of theirs.
    const script = `const __name = (f) => f; return (${source})(...arguments[0])`;
    return this.wire.send('execute', { script, args: [args] });
  }

  private pointer(type: 'mouse' | 'touch', ...acts: Act[]): Promise<unknown> {
    const actions = acts.map((act) =>
      act.type === 'pointerMove' ? { ...act, duration: 0 } : { ...act, button: 0 },
    );
    return this.wire.send('actions', {
      actions: [{ type: 'pointer', id: type, parameters: { pointerType: type }, actions }],
    });
  }

  async moveMouse({ x, y }: Point): Promise<void> {
    if (!this.display) {
      await this.pointer('mouse', { type: 'pointerMove', x: Math.round(x), y: Math.round(y) });
      return;
    }
    const corner = await this.corner();
    this.display.move(corner.x + x, corner.y + y);
  }

  async pressMouse(): Promise<void> {
    if (this.display) this.display.press();
    else await this.pointer('mouse', { type: 'pointerDown' });
  }

  async releaseMouse(): Promise<void> {
    if (this.display) this.display.release();
    else await this.pointer('mouse', { type: 'pointerUp' });
  }

  async tap({ x, y }: Point): Promise<void> {
    await this.pointer(
      'touch',
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown' },
      { type: 'pause', duration: TAP_MS },
      { type: 'pointerUp' },
    );
  }

  async putFinger({ x, y }: Point): Promise<void> {
    await this.pointer(
      'touch',
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown' },
    );
  }

  async moveFinger({ x, y }: Point): Promise<void> {
    await this.pointer('touch', { type: 'pointerMove', x: Math.round(x), y: Math.round(y) });
  }

  async liftFinger(): Promise<void> {
    await this.pointer('touch', { type: 'pointerUp' });
  }

  async press(keys: readonly string[]): Promise<void> {
    const actions = [
      ...keys.map((key) => keyAction('keyDown', key)),
      ...[...keys].reverse().map((key) => keyAction('keyUp', key)),
    ];
    await this.wire.send('actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  async type(text: string): Promise<void> {
    const actions = [...text].flatMap((key) => [
      keyAction('keyDown', key),
      keyAction('keyUp', key),
    ]);
    await this.wire.send('actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  async chooseFiles(selector: string, paths: readonly string[]): Promise<void> {
    const found = await this.wire.send('find', { using: 'css selector', value: selector });
    const id = (found as Record<string, string>)[ELEMENT];
    await this.wire.send('send', { id, text: paths.join('\n') });
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from((await this.wire.send('screenshot', { full: false })) as string, 'base64');
  }

  async close(): Promise<void> {
    await this.wire.close();
    await this.display?.close();
  }
}
