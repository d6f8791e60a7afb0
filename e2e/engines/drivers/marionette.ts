/**
 * Firefox as it is installed, driven through Marionette: the socket that geckodriver speaks to, with
 * the commands of WebDriver. On a hidden screen where there is one (Xvfb), else headless.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Candidate } from '../../../scripts/browsers/engines';
import { Display, hasDisplay } from './display';
import type { Abilities, Driver, Point } from './driver';
import { running } from './process';
import { WebDriver, type Command, type Wire } from './webdriver';

const NAMES: Record<Command, string> = {
  navigate: 'WebDriver:Navigate',
  refresh: 'WebDriver:Refresh',
  execute: 'WebDriver:ExecuteScript',
  actions: 'WebDriver:PerformActions',
  find: 'WebDriver:FindElement',
  send: 'WebDriver:ElementSendKeys',
  screenshot: 'WebDriver:TakeScreenshot',
  rect: 'WebDriver:SetWindowRect',
};

/** What Firefox would otherwise fetch, ask or show by itself. */
const PREFERENCES: Record<string, string | number | boolean> = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  // Nobody answers a question about storage.
  'dom.storageManager.prompt.testing': true,
  'dom.storageManager.prompt.testing.allow': true,
  'dom.w3c_touch_events.enabled': 1,
  'extensions.update.enabled': false,
  // The page takes up the browser's language, which is that of the machine.
  'intl.accept_languages': 'en-US, en',
  'marionette.port': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'termsofuse.bypassNotification': true,
};

/** Messages of Marionette: a length, a colon and JSON. */
class MarionetteWire implements Wire {
  private received = Buffer.alloc(0);
  private readonly waiting = new Map<number, [(value: unknown) => void, (error: Error) => void]>();
  private last = 0;

  constructor(
    private readonly socket: Socket,
    private readonly end: () => Promise<void>,
  ) {
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('close', () => {
      for (const [, reject] of this.waiting.values()) reject(new Error('Firefox is gone'));
      this.waiting.clear();
    });
  }

  private take(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      const colon = this.received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.received.subarray(0, colon).toString());
      if (this.received.length < end) return;
      const message: unknown = JSON.parse(this.received.subarray(colon + 1, end).toString());
      this.received = this.received.subarray(end);
      // The first message is no answer: it says who speaks.
      if (Array.isArray(message)) this.answer(message);
    }
  }

  private answer([, id, error, value]: unknown[]): void {
    const [resolve, reject] = this.waiting.get(id as number) ?? [];
    this.waiting.delete(id as number);
    if (error) {
      const { error: name, message } = error as { error: string; message: string };
      reject?.(new Error(`${name}: ${message}`));
    } else resolve?.(value);
  }

  /** Any command of Marionette, by its name there. */
  command(name: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    const id = ++this.last;
    const body = Buffer.from(JSON.stringify([0, id, name, parameters]));
    return new Promise((resolve, reject) => {
      this.waiting.set(id, [resolve, reject]);
      this.socket.write(Buffer.concat([Buffer.from(`${body.length}:`), body]));
    });
  }

  async send(command: Command, parameters: Record<string, unknown>): Promise<unknown> {
    const more = command === 'execute' ? { sandbox: null, newSandbox: false } : {};
    const answer = await this.command(NAMES[command], { ...parameters, ...more });
    const wrapped = answer as { value?: unknown } | null;
    return wrapped && 'value' in wrapped ? wrapped.value : answer;
  }

  async close(): Promise<void> {
    await this.command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    this.socket.destroy();
    await this.end();
  }
}

/** Runs in the browser's own window: gives the page so much room, and says what points at it. */
const RESIZE = `
  const [width, height, pointer] = arguments;
  const { style } = gBrowser.selectedBrowser;
  style.minWidth = style.maxWidth = width + 'px';
  style.minHeight = style.maxHeight = height + 'px';
  Services.prefs.setIntPref('ui.primaryPointerCapabilities', pointer);
  Services.prefs.setIntPref('ui.allPointerCapabilities', pointer);`;
/** Bits of Firefox's pointer preferences: coarse; fine, and able to hover. */
const POINTERS = { finger: 1, mouse: 6 };

class Firefox extends WebDriver {
  readonly can: Abilities;

  constructor(
    candidate: Candidate,
    version: string,
    private readonly marionette: MarionetteWire,
    display: Display | null,
  ) {
    super(candidate, version, marionette, display);
    // Headless, Firefox has no drag service at all.
    this.can = { drag: display !== null, pressAfterDrag: true, touch: true };
  }

  /** Runs a script in the browser's own window. */
  private async inWindow(script: string, args: readonly unknown[] = []): Promise<void> {
    const { marionette } = this;
    await marionette.command('Marionette:SetContext', { value: 'chrome' });
    try {
      await marionette.send('execute', { script, args });
    } finally {
      await marionette.command('Marionette:SetContext', { value: 'content' });
    }
  }

  /** As the browser's button does: WebDriver's own command goes past cache and service worker. */
  override async reload(): Promise<void> {
    await this.inWindow('gBrowser.selectedBrowser.reload()');
  }

  async resize(width: number, height: number, hands: 'mouse' | 'finger'): Promise<void> {
    await this.inWindow(RESIZE, [width, height, POINTERS[hands]]);
    await this.display?.focusWindow();
  }

  protected async corner(): Promise<Point> {
    const [x, y] = (await this.run('() => [mozInnerScreenX, mozInnerScreenY]', [])) as number[];
    return { x, y };
  }
}

/** The port that Firefox opened: it writes it into its profile. */
async function portOf(profile: string, ended: Promise<void>): Promise<number> {
  const file = path.join(profile, 'MarionetteActivePort');
  let gone = false;
  void ended.then(() => (gone = true));
  while (!existsSync(file)) {
    if (gone) throw new Error('Firefox ended before it could be spoken to');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return Number(await readFile(file, 'utf8'));
}

export async function openFirefox(candidate: Candidate): Promise<Driver> {
  const display = hasDisplay() ? await Display.open() : null;
  const profile = await mkdtemp(path.join(tmpdir(), 'cmml-firefox-'));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    candidate.path,
    // System access: the page's room and its pointer are set in the browser's own window.
    ['--marionette', '-remote-allow-system-access', '--no-remote', '--profile', profile, ...(display ? [] : ['--headless'])], // prettier-ignore
    {
      detached: true,
      // As root Firefox wants a home that is root's.
      env: { ...process.env, HOME: profile, ...(display ? { DISPLAY: display.name, MOZ_ENABLE_WAYLAND: '0' } : {}) }, // prettier-ignore
      stdio: 'ignore',
    },
  );
  const browser = running(child, { detached: true });
  const end = async (): Promise<void> => {
    await browser.end();
    await rm(profile, { recursive: true, force: true });
  };
  try {
    const socket = connect(await portOf(profile, browser.ended), '127.0.0.1');
    const wire = new MarionetteWire(socket, end);
    const { capabilities } = (await wire.command('WebDriver:NewSession', {
      pageLoadStrategy: 'none',
    })) as { capabilities: { browserVersion: string } };
    if (display) await wire.send('rect', { x: 0, y: 0, width: 1680, height: 1400 });
    return new Firefox(candidate, capabilities.browserVersion, wire, display);
  } catch (error) {
    await end();
    await display?.close();
    throw error;
  }
}
