/**
 * `npm run screenshots`: pictures of the built page's main views into `docs/screenshots/`, at three
 * sizes, in light and dark. `npm run screenshots -- workbench` takes only the named views, `first-minute` a first visit step by step;
 * `CMML_URL` takes them of a page that is served elsewhere.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { BEEN_HERE } from '../app/store/opening';
import { comeBack, Workbench } from '../e2e/pages/workbench';
import { launchBrowser } from './find-browser';
import { build, ROOT } from './lib/project.mjs';
import { freePort, serve } from './lib/serve';

const FOLDER = path.join(ROOT, 'docs/screenshots');

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

interface View {
  name: string;
  parameters?: Record<string, string>;
  /** The page as a first visit sees it, with its opening. */
  firstVisit?: boolean;
  /** What the visitor did before the picture was taken. */
  act?: (workbench: Workbench, page: Page) => Promise<void>;
  /** The panel that the picture begins with; the top of the page unless told. */
  at?: string;
  /** `nearest`: only as far as needed to see that panel. */
  block?: ScrollLogicalPosition;
}

/** Chooses the first three films of the opening's present strip. */
async function chooseThree(page: Page, of: string): Promise<void> {
  for (const k of [0, 1, 2]) await page.locator(`${of} .film-choice`).nth(k).click();
}

async function guess(workbench: Workbench, page: Page): Promise<void> {
  await chooseThree(page, '.guess');
  await page.getByRole('button', { name: 'Let it guess' }).click();
  await workbench.live();
}

const VIEWS: View[] = [
  { name: 'first-minute-1', firstVisit: true },
  { name: 'first-minute-2', firstVisit: true, act: guess },
  {
    name: 'first-minute-3',
    firstVisit: true,
    act: async (workbench, page) => {
      await guess(workbench, page);
      await page.getByRole('button', { name: 'Your turn' }).click();
      await workbench.settled();
      await chooseThree(page, '.shelf');
    },
  },
  { name: 'workbench', act: async ({ support }) => support.addBySearch('The Shining') },
  {
    name: 'routes',
    parameters: { variant: 'mean.dot.soft', view: 'routes' },
    at: '#backbone',
    block: 'nearest',
  },
  { name: 'explain', parameters: { view: 'explain' }, at: '#backbone', block: 'nearest' },
  {
    name: 'new-visitor',
    parameters: { setting: 'newcomer', support: '1214*5_1200*4.5_1*2_2571*4' },
  },
  {
    name: 'training',
    at: '#training',
    act: async ({ training }) => {
      await training.play();
      await training.waitForStep(60, 120_000);
      await training.pause();
    },
  },
  { name: 'race', at: '#race', act: (workbench) => workbench.openResearchers() },
  { name: 'lab', at: '#lab', act: (workbench) => workbench.openResearchers() },
  { name: 'lessons', parameters: { lesson: 'film' }, at: '#lessons' },
];

/** Waits until pictures have stopped moving. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(900);
}

async function take(page: Page, address: string, view: View, file: string): Promise<void> {
  const workbench = new Workbench(page);
  if (!view.firstVisit) await page.addInitScript(comeBack, BEEN_HERE);
  const query = new URLSearchParams(view.parameters ?? {}).toString();
  await page.goto(query ? `${address}?${query}` : address);
  await workbench.settled();
  await view.act?.(workbench, page);
  await workbench.live();
  if (view.at) {
    const panel = page.locator(view.at).first();
    // Panels below the fold are mounted when they come near: scrolling is what brings them.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await panel.waitFor();
    const block = view.block ?? 'start';
    if (block === 'nearest') await page.evaluate(() => scrollTo(0, 0));
    await panel.evaluate((element, where) => element.scrollIntoView({ block: where }), block);
  }
  await rest(page);
  await page.screenshot({ path: file });
}

const asked = process.argv.slice(2);
const views = VIEWS.filter(
  ({ name }) => asked.length === 0 || asked.some((one) => name.replace(/-\d$/, '') === one),
);
if (!process.env.CMML_URL && !(await build())) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
const server = process.env.CMML_URL
  ? null
  : await serve(path.join(ROOT, 'dist'), { port: await freePort() });
const address = process.env.CMML_URL ?? server!.url;
const browser = await launchBrowser();
let failed = 0;
for (const { width, height } of SIZES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const view of views) {
      const name = `${view.name}-${width}-${colorScheme}.png`;
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme,
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      try {
        await take(page, address, view, path.join(FOLDER, name));
        console.log(name);
      } catch (error) {
        failed += 1;
        console.error(`${name}: ${String(error).split('\n')[0]}`);
      }
      await page.close();
    }
  }
}
await browser.close();
await server?.close();
process.exit(failed === 0 ? 0 : 1);
