/**
 * What the same visit costs in each engine: the first answer, an edit, and training, as times of
 * Chromium in the same run. The engines take turns, so a busy machine slows all of them alike.
 */
import { driveOnce, openDriver } from '../../e2e/engines/drivers';
import { Hand } from '../../e2e/engines/hand';
import { Workbench } from '../../e2e/engines/workbench';
import { ENGINES, findEngine, LABELS, REMEDY, type Engine, type FoundEngine } from '../../scripts/browsers/engines'; // prettier-ignore
import { freePort, serve } from '../../scripts/lib/serve';
import { builtApp } from '../app';
import { ratios, summarise } from '../measure';
import { figure, row, type Benchmark, type Row } from '../row';

/** No engine may need more of Chromium's time for an edit without a reason that is named. */
const EDIT_LIMIT = 2;
const PAUSE_MS = 150;
const START_MS = 120_000;

interface Visit {
  /** Milliseconds from the address to the model's first own answer. */
  start: number;
  /** Milliseconds from each press to the whole new ranking in the document. */
  edits: number[];
  /** Training steps a second, nobody editing. */
  rate: number;
}

/** Runs in the page: notes when the first own answer is in the document. */
function watchStart(): number | null {
  const { dataset } = document.documentElement;
  const live = (): boolean =>
    document.querySelector('#recommendations [data-source="live"]:not([data-waiting])') !== null;
  if (dataset.benchStart) return Number(dataset.benchStart);
  if (dataset.benchWatches || document.readyState === 'loading') return null;
  dataset.benchWatches = 'yes';
  const note = (): void => {
    if (live()) dataset.benchStart ??= String(performance.now());
  };
  note();
  new MutationObserver(note).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
  });
  return null;
}

/** Runs in the page: presses a button that moves a movie between the trays, and notes how long the list takes. */
function editOnce(index: number): void {
  const root = document.documentElement;
  const list = document.querySelector('#recommendations')!;
  const rows = document.querySelectorAll('[data-support]');
  const button = rows[index % rows.length].querySelector('button[aria-label^="Move"]');
  const start = performance.now();
  let hasAnswer = false;
  delete root.dataset.benchEdit;
  const observer = new MutationObserver((changes) => {
    hasAnswer ||= changes.some(({ attributeName }) => attributeName === 'data-score');
    if (!hasAnswer || list.querySelector('[data-waiting]')) return;
    observer.disconnect();
    root.dataset.benchEdit = String(performance.now() - start);
  });
  observer.observe(list, { subtree: true, attributeFilter: ['data-score', 'data-waiting'] });
  (button as HTMLButtonElement).click();
}

const readEdit = (): number => Number(document.documentElement.dataset.benchEdit ?? 0);

/** Runs in the page: steps so far, and the page's own clock. */
const stepNow = (): [step: number, ms: number] => [
  Number(document.querySelector('#training [data-step]')?.getAttribute('data-step')),
  performance.now(),
];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One visit by a browser of its own to a host of its own: nothing cached, nothing kept. */
async function visit(browser: FoundEngine, folder: string, quick: boolean): Promise<Visit> {
  const server = await serve(folder, { port: await freePort(), without: ['sw.js'] });
  const driver = await openDriver(browser);
  try {
    const hand = new Hand(driver);
    const workbench = new Workbench(hand, server.url);
    await hand.goto('about:blank');
    await driver.resize(1440, 900, 'mouse');
    await driver.go(`${server.url}?backend=wasm`);
    const start = await hand.until('the first answer', () => hand.evaluate(watchStart).catch(() => null), Boolean, START_MS); // prettier-ignore
    await workbench.settled();

    const edits: number[] = [];
    for (let k = 0; k < (quick ? 8 : 20); k++) {
      await hand.evaluate(editOnce, k);
      const ms = await hand.until('an answer', () => hand.evaluate(readEdit));
      // The first ones warm up.
      if (k >= 3) edits.push(ms);
      await pause(PAUSE_MS);
    }

    await hand.click({ css: '#training button', name: 'Play' });
    await workbench.trained(10);
    const [stepBefore, begun] = await hand.evaluate(stepNow);
    await pause(quick ? 5_000 : 15_000);
    const [stepAfter, ended] = await hand.evaluate(stepNow);
    return { start: start!, edits, rate: (1000 * (stepAfter - stepBefore)) / (ended - begun) };
  } finally {
    await driver.close();
    await server.close();
  }
}

export const engines: Benchmark = {
  name: 'engines',
  about: 'first answer, edit and training in Chromium, Firefox and WebKit, as times of Chromium',
  async run({ quick }) {
    const folder = await builtApp();
    const found = new Map<Engine, FoundEngine>();
    for (const engine of ENGINES) {
      const browser = await findEngine(engine, driveOnce);
      if (browser) found.set(engine, browser);
      else console.log(`     ${LABELS[engine]} is missing. ${REMEDY[engine]}`);
    }
    const visits = new Map<Engine, Visit[]>([...found.keys()].map((engine) => [engine, []]));
    for (let round = 0; round < (quick ? 2 : 5); round++) {
      for (const [engine, browser] of found) {
        visits.get(engine)!.push(await visit(browser, folder, quick));
      }
    }
    return [...found].flatMap(([engine, { version }]) => {
      const name = `${LABELS[engine]} ${version}`;
      return rowsOf(name, visits.get(engine)!, engine === 'chromium' ? null : visits.get('chromium')!); // prettier-ignore
    });
  },
};

/** @param base Chromium's visits of the same rounds */
function rowsOf(name: string, own: Visit[], base: Visit[] | null): Row[] {
  const starts = own.map(({ start }) => start);
  const edits = own.map((one) => summarise(one.edits).median);
  const rates = own.map(({ rate }) => rate);
  const absolute = [
    row(`${name}: first answer`, summarise(starts), 'ms'),
    row(`${name}: edit to ranking, all movies`, summarise(own.flatMap((one) => one.edits)), 'ms'),
    figure(`${name}: training`, summarise(rates).median, 'steps/s', { runs: rates.length }),
  ];
  if (!base) return absolute;
  const times = [
    row(`${name}: first answer / Chromium`, ratios(starts, base.map(({ start }) => start)), 'times'),
    row(`${name}: edit / Chromium`, ratios(edits, base.map((one) => summarise(one.edits).median)), 'times', { limit: EDIT_LIMIT }),
    row(`${name}: a training step / Chromium`, ratios(base.map(({ rate }) => rate), rates), 'times'),
  ]; // prettier-ignore
  return [...absolute, ...times];
}
