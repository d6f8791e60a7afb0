/** WebKitGTK as Debian has it: its MiniBrowser, driven through WebKitWebDriver on a hidden screen. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pageProcess } from '../../../scripts/lib/page-process';
import { freePort } from '../../../scripts/lib/serve';
import type { Candidate } from '../../../scripts/browsers/engines';
import { Display } from './display';
import type { Driver, Point } from './driver';
import { running } from './process';
import { WebDriver, type Command, type Wire } from './webdriver';

/** Without it MiniBrowser's toolbar makes every window 447 pixels wide or wider. */
const NARROW = `* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; }
entry { font-size: 1px; }`;

const PATHS: Record<Command, [method: string, path: string]> = {
  navigate: ['POST', 'url'],
  refresh: ['POST', 'refresh'],
  execute: ['POST', 'execute/sync'],
  actions: ['POST', 'actions'],
  find: ['POST', 'element'],
  send: ['POST', 'element/{id}/value'],
  screenshot: ['GET', 'screenshot'],
  rect: ['POST', 'window/rect'],
};

/** No command takes that long: a browser that is silent for longer answers nothing any more. */
const ANSWER_MS = 90_000;

/** One request to a driver's HTTP server. @throws what it answers instead of a result, or that it does not */
async function request(url: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${error}: ${message}`);
}

/** Asks until the driver's server answers. */
async function ready(url: string, ended: Promise<void>): Promise<void> {
  let gone = false;
  void ended.then(() => (gone = true));
  for (;;) {
    if (gone) throw new Error('WebKitWebDriver ended before it answered');
    try {
      await request(`${url}/status`, 'GET');
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

class WebKitGtk extends WebDriver {
  readonly can = { drag: true, pressAfterDrag: false, touch: false };

  async resize(width: number, height: number): Promise<void> {
    // The window has a toolbar: it is made larger by whatever the page lacks.
    const [w, h] = (await this.run('() => [outerWidth - innerWidth, outerHeight - innerHeight]', [])) as number[]; // prettier-ignore
    await this.wire.send('rect', { x: 0, y: 0, width: width + w, height: height + h });
    await this.display?.focusWindow();
  }

  protected async corner(): Promise<Point> {
    const [x, y] = (await this.run('() => [screenX, screenY + outerHeight - innerHeight]', [])) as number[]; // prettier-ignore
    return { x, y };
  }
}

export async function openWebKitGtk(candidate: Candidate): Promise<Driver> {
  const { driver, path: browser } = candidate;
  if (!driver) throw new Error('WebKitGTK is driven by WebKitWebDriver, which was not named');
  const display = await Display.open();
  const settings = await mkdtemp(path.join(tmpdir(), 'cmml-webkit-'));
  await mkdir(path.join(settings, 'gtk-3.0'));
  await writeFile(path.join(settings, 'gtk-3.0/gtk.css'), NARROW);
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], {
    // A group of its own: the browser is its child, and does not end with it.
    detached: true,
    env: {
      ...process.env,
      DISPLAY: display.name,
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: settings,
      // The page takes up the browser's language, which is that of the machine.
      LC_ALL: 'C.UTF-8',
    },
    stdio: 'ignore',
  });
  const server = running(child, { detached: true });
  const base = `http://127.0.0.1:${port}`;
  try {
    await ready(base, server.ended);
    const { sessionId, capabilities } = (await request(`${base}/session`, 'POST', {
      capabilities: {
        alwaysMatch: {
          pageLoadStrategy: 'none',
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
        },
      },
    })) as { sessionId: string; capabilities: { browserVersion: string } };
    const session = `${base}/session/${sessionId}`;
    const wire: Wire = {
      send(command, { id, ...parameters }) {
        const [method, at] = PATHS[command];
        const body = method === 'GET' ? undefined : parameters;
        return request(`${session}/${at.replace('{id}', String(id))}`, method, body).catch(
          (error: Error) => {
            if (error.name !== 'TimeoutError') throw error;
            const { megabytes = 0, state = 'gone' } = pageProcess('webkit') ?? {};
            throw new Error(`WebKit did not answer '${command}' for ${ANSWER_MS / 1000} s; its page: ${megabytes.toFixed(0)} MB, ${state}`); // prettier-ignore
          },
        );
      },
      async close() {
        await request(session, 'DELETE').catch(() => undefined);
        await server.end();
        await rm(settings, { recursive: true, force: true });
      },
    };
    return new WebKitGtk(candidate, capabilities.browserVersion, wire, display);
  } catch (error) {
    await server.end();
    await display.close();
    throw error;
  }
}
