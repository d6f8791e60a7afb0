/**
 * A Chromium to test with, found or installed. `tsx scripts/find-browser.ts` prints which.
 *
 * In this order: `CMML_BROWSER` (or `CHROME_PATH`), Playwright's own browser, a Chrome or Chromium
 * of the system, `playwright install chromium`, and as root `apt-get install chromium`
 * (`browsers/engines.ts`, which knows the other engines too).
 */
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { findEngine, REMEDY, type FoundEngine } from './browsers/engines';
import { launchFlags } from './lib/browser';

/**
 * The first browser that starts.
 *
 * @throws when there is none and none could be installed; the message says what to do.
 */
export async function findBrowser(): Promise<FoundEngine> {
  const found = await findEngine('chromium', async ({ path }) => {
    const browser = await chromium.launch({ executablePath: path, args: launchFlags() });
    const version = browser.version();
    await browser.close();
    return version;
  });
  if (!found) throw new Error(`No Chromium was found or could be installed. ${REMEDY.chromium}`);
  return found;
}

/** A headless Chromium found by `findBrowser`; the caller closes it. */
export async function launchBrowser(extraFlags: string[] = []): Promise<Browser> {
  const { path } = await findBrowser();
  return chromium.launch({ executablePath: path, args: [...launchFlags(), ...extraFlags] });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await findBrowser();
