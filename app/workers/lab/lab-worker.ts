/** Runs systems as `npm run evaluate` does, in the browser; the page shows what is finished. */
import { enableProdMode } from '@tensorflow/tfjs-core';
import { evaluateSystem } from '../../../src/model/evaluation/evaluate';
import { SYSTEMS } from '../../../src/model/registry';
import { findSystem } from '../../../src/model/systems';
import { candidates, startBackend } from '../backend/candidates';
import { chooseBackend } from '../backend/choose';
import { nextTurn } from '../host/turn';
import { fetchFrom, readDataset } from '../model/files';
import type { FromLab, LabJob, ToLab } from './protocol';

/** Support pairs of the ranking protocol (`design/data.md`). */
const SUPPORT = 32;

const tell = (message: FromLab): void => self.postMessage(message);

/** While paused, a promise that the next resume fulfils. */
let pausing: { over: Promise<void>; end: () => void } | null = null;

function pause(): void {
  if (pausing) return;
  let end!: () => void;
  const over = new Promise<void>((resolve) => (end = resolve));
  pausing = { over, end };
}

function resume(): void {
  pausing?.end();
  pausing = null;
}

/** Lets messages in, and waits while the visitor has paused. */
async function breathe(): Promise<void> {
  await nextTurn();
  await pausing?.over;
}

async function run(base: string, data: string, jobs: readonly LabJob[]): Promise<void> {
  enableProdMode();
  await chooseBackend({
    wanted: 'auto',
    candidates: candidates(['wasm', 'cpu']),
    race: false,
    timed: false,
    use: startBackend,
  });
  const dataset = await readDataset(fetchFrom(base), data);
  for (const job of jobs) {
    await breathe();
    const plan = { ...job, supports: [SUPPORT], wrongSupport: false };
    const { rows } = await evaluateSystem(dataset, findSystem(SYSTEMS, job.system), plan, {
      onTraining: async (step) => {
        tell({ type: 'training', job, step });
        await breathe();
      },
      onEvaluation: (done) => tell({ type: 'measuring', job, done }),
    });
    tell({ type: 'rows', rows });
  }
  tell({ type: 'finished' });
}

self.onmessage = ({ data }: MessageEvent<ToLab>) => {
  if (data.type === 'pause') pause();
  else if (data.type === 'resume') resume();
  else {
    run(data.base, data.data, data.jobs).catch((error: unknown) =>
      tell({ type: 'failed', detail: error instanceof Error ? error.message : String(error) }),
    );
  }
};
