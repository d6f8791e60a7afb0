/** Runs systems as `npm run evaluate` does, in the browser; the page shows what is finished. */
import { enableProdMode } from '@tensorflow/tfjs-core';
import { evaluateSystem } from '../../../src/model/evaluation/evaluate';
import { SYSTEMS } from '../../../src/model/registry';
import { findSystem } from '../../../src/model/systems';
import { candidates, startBackend } from '../backend/candidates';
import { chooseBackend } from '../backend/choose';
import { Host, type Handlers } from '../host/host';
import { nextTurn } from '../host/turn';
import { fetchFrom, readDataset } from '../model/files';
import type { LabCalls, LabNotice } from '../../protocol/lab';
import type { ToWorker } from '../../protocol/wire';
import { planOf } from './plan';

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
async function yieldToMessages(): Promise<void> {
  await nextTurn();
  await pausing?.over;
}

const handlers: Handlers<LabCalls> = {
  async run({ base, data, jobs }) {
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
      await yieldToMessages();
      const { rows } = await evaluateSystem(dataset, findSystem(SYSTEMS, job.system), planOf(job), {
        onTraining: async (step) => {
          host.notify({ type: 'training', job, step });
          await yieldToMessages();
        },
        onEvaluation: (done) => host.notify({ type: 'measuring', job, done }),
      });
      host.notify({ type: 'rows', rows });
    }
    return null;
  },

  pause() {
    pause();
    return null;
  },

  resume() {
    resume();
    return null;
  },
};

const host = new Host<LabNotice>(
  (message, transfer = []) => self.postMessage(message, { transfer }),
  handlers,
  ['pause', 'resume'],
);
self.onmessage = ({ data }: MessageEvent<ToWorker>) => host.receive(data);
