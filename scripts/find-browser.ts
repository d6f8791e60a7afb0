/**
 * A Chromium to test with, found or installed. `tsx scripts/find-browser.ts` prints which.
 *
 * In this order: `CMML_BROWSER` (or `CHROME_PATH`), Playwright's own browser, a Chrome or Chromium
 * of the system, `playwright install chromium`, and as root `apt-get install chromium`. A candidate
 * counts only when it starts: a browser without its system libraries is passed over.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { launchFlags } from './lib/browser';

export interface FoundBrowser {
  path: string;
  /** Where it came from, for people: `Playwright's own`. */
  source: string;
  version: string;
}

const SYSTEM_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const SYSTEM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
];

/** Chrome and Chromium on the `PATH` and in their usual places. */
function systemBrowsers(): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...SYSTEM_PLACES].filter(existsSync);
}

/** Starts the browser once; its version, or null with the reason printed. */
async function versionOf(executable: string, source: string): Promise<string | null> {
  try {
    const browser = await chromium.launch({ executablePath: executable, args: launchFlags() });
    const version = browser.version();
    await browser.close();
    return version;
  } catch (error) {
    const reason = String(error).split('\n')[0];
    console.log(`Browser: passed over ${executable} (${source}): ${reason}`);
    return null;
  }
}

function tryCommand(command: string, args: string[]): boolean {
  console.log(`Browser: ${command} ${args.join(' ')} ...`);
  try {
    execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    return true;
  } catch {
    console.log(`Browser: ${command} ${args.join(' ')} failed`);
    return false;
  }
}

/** Each way to a browser, tried in turn until one that starts is found. */
function* candidates(): Generator<{ path: string; source: string }> {
  for (const name of ['CMML_BROWSER', 'CHROME_PATH']) {
    const value = process.env[name];
    if (value) yield { path: value, source: `environment variable ${name}` };
  }
  const own = chromium.executablePath();
  if (existsSync(own)) yield { path: own, source: "Playwright's own" };
  for (const found of systemBrowsers()) yield { path: found, source: 'installed on this system' };
  if (tryCommand('npx', ['playwright', 'install', 'chromium'])) {
    yield { path: own, source: 'playwright install chromium' };
  }
  if (process.getuid?.() === 0) {
    tryCommand('apt-get', ['update']);
    if (tryCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])) {
      for (const found of systemBrowsers())
        yield { path: found, source: 'apt-get install chromium' };
    }
    // What apt brought along may have been all that Playwright's own was missing.
    if (existsSync(own)) yield { path: own, source: "Playwright's own" };
  }
}

/**
 * The first browser that starts.
 *
 * @throws when there is none and none could be installed; the message says what to do.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  for (const candidate of candidates()) {
    const version = await versionOf(candidate.path, candidate.source);
    if (version === null) continue;
    console.log(`Browser: ${candidate.path} ${version} (${candidate.source})`);
    return { ...candidate, version };
  }
  throw new Error(
    'No Chromium was found or could be installed. Install Chrome or Chromium, or set CMML_BROWSER to one.',
  );
}

/** A headless Chromium found by `findBrowser`; the caller closes it. */
export async function launchBrowser(extraFlags: string[] = []): Promise<Browser> {
  const { path } = await findBrowser();
  return chromium.launch({ executablePath: path, args: [...launchFlags(), ...extraFlags] });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await findBrowser();
