/**
 * The three engines that browsers are made of, and every way to one of each: found in the
 * environment, Playwright's own, of the system, downloaded by `playwright install`, or as root
 * installed by `apt-get`.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as playwright from 'playwright';
import { aptInstall, installed, isRoot, onPath, tryCommand } from './search';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

export interface Candidate {
  engine: Engine;
  path: string;
  /** Where it came from, for people: `Playwright's own`. */
  source: string;
  /** What speaks to it (`e2e/engines/drivers`). */
  drivenBy: 'playwright' | 'marionette' | 'webkitdriver';
  /** The program between us and the browser, where one is needed. */
  driver?: string;
}

export interface FoundEngine extends Candidate {
  version: string;
}

/** Environment variables that name a browser of each engine. */
const VARIABLES: Record<Engine, readonly string[]> = {
  chromium: ['CMML_BROWSER', 'CHROME_PATH'],
  firefox: ['CMML_FIREFOX'],
  webkit: ['CMML_WEBKIT'],
};
const NAMES: Record<Engine, readonly string[]> = {
  chromium: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
  webkit: ['MiniBrowser'],
};
const PLACES: Record<Engine, readonly string[]> = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:/Program Files/Mozilla Firefox/firefox.exe',
  ],
  webkit: [],
};
/** Debian's packages of each engine with all that its driver needs. */
const PACKAGES: Record<Engine, readonly string[]> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr', 'xvfb'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};
export const LABELS: Record<Engine, string> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
};

/** WebKitGTK keeps its MiniBrowser beside its libraries, in a folder of its version. */
function miniBrowsers(): string[] {
  return ['/usr/lib', '/usr/libexec'].flatMap((root) => {
    const folders = existsSync(root) ? [root, ...readdirSync(root).map((name) => path.join(root, name))] : []; // prettier-ignore
    return folders
      .flatMap((folder) =>
        ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) =>
          path.join(folder, name, 'MiniBrowser'),
        ),
      ) // prettier-ignore
      .filter(existsSync);
  });
}

/** Programs of the system that are browsers of this engine and can be driven. */
function* ofSystem(engine: Engine, source: string): Generator<Candidate> {
  const paths = installed(NAMES[engine], PLACES[engine]);
  if (engine === 'webkit') {
    const driver = onPath('WebKitWebDriver');
    // Its windows need a screen that nobody sees.
    if (driver === null || onPath('Xvfb') === null) return;
    for (const found of [...paths, ...miniBrowsers()]) {
      yield { engine, path: found, source, drivenBy: 'webkitdriver', driver };
    }
    return;
  }
  const drivenBy = engine === 'firefox' ? 'marionette' : 'playwright';
  for (const found of paths) yield { engine, path: found, source, drivenBy };
}

function* ofEnvironment(engine: Engine): Generator<Candidate> {
  for (const name of VARIABLES[engine]) {
    const value = process.env[name];
    if (!value) continue;
    const source = `environment variable ${name}`;
    if (engine === 'chromium') yield { engine, path: value, source, drivenBy: 'playwright' };
    else if (engine === 'firefox') yield { engine, path: value, source, drivenBy: 'marionette' };
    else {
      const driver = onPath('WebKitWebDriver') ?? undefined;
      yield { engine, path: value, source, drivenBy: 'webkitdriver', driver };
    }
  }
}

/** Each way to a browser of this engine, the next one only when asked for. */
export function* candidates(engine: Engine): Generator<Candidate> {
  yield* ofEnvironment(engine);
  const own = playwright[engine].executablePath();
  const ofPlaywright = (source: string): Candidate => ({
    engine,
    path: own,
    source,
    drivenBy: 'playwright',
  });
  if (existsSync(own)) yield ofPlaywright("Playwright's own");
  // Without a screen of its own a Firefox is headless, and drags nothing.
  if (engine === 'firefox' && process.platform === 'linux' && isRoot() && !onPath('Xvfb')) {
    aptInstall('xvfb');
  }
  yield* ofSystem(engine, 'installed on this system');
  if (tryCommand('npx', ['playwright', 'install', engine])) {
    yield ofPlaywright(`playwright install ${engine}`);
  }
  if (aptInstall(...PACKAGES[engine])) {
    yield* ofSystem(engine, `apt-get install ${PACKAGES[engine].join(' ')}`);
    // What apt brought along may have been all that Playwright's own was missing.
    if (existsSync(own)) yield ofPlaywright("Playwright's own");
  }
}

/** What to do where an engine is missing. */
export const REMEDY: Record<Engine, string> = {
  chromium: 'Install Chrome or Chromium, or set CMML_BROWSER to one.',
  firefox: 'Install Firefox (Debian: firefox-esr xvfb), or set CMML_FIREFOX to one.',
  webkit:
    'Run `npx playwright install --with-deps webkit`, or install webkit2gtk-driver and xvfb (Debian).',
};

/**
 * The first browser of this engine that starts: a browser without its system libraries is passed
 * over, and its reason printed.
 *
 * @param start starts a candidate and ends it again, and gives its version
 * @returns null when there is none and none could be installed
 */
export async function findEngine(
  engine: Engine,
  start: (candidate: Candidate) => Promise<string>,
): Promise<FoundEngine | null> {
  for (const candidate of candidates(engine)) {
    try {
      const version = await start(candidate);
      console.log(`Browser: ${candidate.path} ${version} (${candidate.source})`);
      return { ...candidate, version };
    } catch (error) {
      const reason = String(error).split('\n')[0];
      console.log(`Browser: passed over ${candidate.path} (${candidate.source}): ${reason}`);
    }
  }
  return null;
}
