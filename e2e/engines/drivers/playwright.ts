/** A browser that Playwright drives: any Chromium, and its own builds of Firefox and WebKit. */
import * as playwright from 'playwright';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { launchFlags } from '../../../scripts/lib/browser';
import type { Candidate } from '../../../scripts/browsers/engines';
import type { Abilities, Driver, Point } from './driver';

type TouchKind = 'touchStart' | 'touchMove' | 'touchEnd';

class PlaywrightDriver implements Driver {
  readonly can: Abilities;
  private hands: 'mouse' | 'finger' = 'mouse';
  private context: BrowserContext | null = null;
  private page: Page | null = null;
  private session: CDPSession | null = null;

  constructor(
    readonly candidate: Candidate,
    private readonly browser: playwright.Browser,
  ) {
    // A finger that drags is Chromium's; Playwright's other engines only tap.
    this.can = { drag: true, pressAfterDrag: true, touch: candidate.engine === 'chromium' };
  }

  get version(): string {
    return this.browser.version();
  }

  /** The open page. Hands belong to a context: other hands need another one. */
  private async currentPage(hands = this.hands): Promise<Page> {
    if (this.page && hands === this.hands) return this.page;
    const size = this.page?.viewportSize() ?? { width: 1440, height: 900 };
    await this.context?.close();
    const finger = hands === 'finger';
    const isMobile = finger && this.candidate.engine !== 'firefox';
    const locale = 'en-US';
    this.context = await this.browser.newContext({
      viewport: size,
      hasTouch: finger,
      isMobile,
      locale,
    });
    this.page = await this.context.newPage();
    this.session = this.candidate.engine === 'chromium' ? await this.context.newCDPSession(this.page) : null; // prettier-ignore
    this.hands = hands;
    return this.page;
  }

  async go(url: string): Promise<void> {
    await (await this.currentPage()).goto(url, { waitUntil: 'commit' });
  }

  async reload(): Promise<void> {
    await (await this.currentPage()).reload({ waitUntil: 'commit' });
  }

  async run(source: string, args: readonly unknown[]): Promise<unknown> {
    const page = await this.currentPage();
    return page.evaluate(
      `(() => { const __name = (f) => f; return (${source})(...${JSON.stringify(args)}) })()`,
    );
  }

  async resize(width: number, height: number, hands: 'mouse' | 'finger'): Promise<void> {
    await (await this.currentPage(hands)).setViewportSize({ width, height });
  }

  async moveMouse({ x, y }: Point): Promise<void> {
    await (await this.currentPage()).mouse.move(x, y);
  }

  async pressMouse(): Promise<void> {
    await (await this.currentPage()).mouse.down();
  }

  async releaseMouse(): Promise<void> {
    await (await this.currentPage()).mouse.up();
  }

  private async touch(type: TouchKind, touchPoints: Point[]): Promise<void> {
    if (!this.session) throw new Error(`${this.candidate.engine} has no fingers here`);
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  async tap({ x, y }: Point): Promise<void> {
    await (await this.currentPage()).touchscreen.tap(x, y);
  }

  putFinger(at: Point): Promise<void> {
    return this.touch('touchStart', [at]);
  }

  moveFinger(to: Point): Promise<void> {
    return this.touch('touchMove', [to]);
  }

  liftFinger(): Promise<void> {
    return this.touch('touchEnd', []);
  }

  async press(keys: readonly string[]): Promise<void> {
    await (await this.currentPage()).keyboard.press(keys.join('+'));
  }

  async type(text: string): Promise<void> {
    await (await this.currentPage()).keyboard.type(text);
  }

  async chooseFiles(selector: string, paths: readonly string[]): Promise<void> {
    await (
      await this.currentPage()
    )
      .locator(selector)
      .first()
      .setInputFiles([...paths]);
  }

  async screenshot(): Promise<Buffer> {
    return (await this.currentPage()).screenshot();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

export async function openByPlaywright(candidate: Candidate): Promise<Driver> {
  const browser = await playwright[candidate.engine].launch({
    executablePath: candidate.path,
    args: candidate.engine === 'chromium' ? launchFlags() : [],
  });
  return new PlaywrightDriver(candidate, browser);
}
