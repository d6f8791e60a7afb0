/** Runs systems as `npm run evaluate` does, in the browser; the page shows what is finished. */
import { enableProdMode } from '@tensorflow/tfjs-core';
import { redrawnFolds } from '../../../src/data/families/folds';
import type { Dataset } from '../../../src/data/types';
import { evaluateSystem } from '../../../src/model/evaluation/evaluate';
import { measureFamilySystem } from '../../../src/model/evaluation/family-run';
import { summarise } from '../../../src/model/evaluation/family-summary';
import { FAMILY_REFERENCES, findFamilySystem } from '../../../src/model/family-systems';
import { SYSTEMS } from '../../../src/model/registry';
import { findSystem } from '../../../src/model/systems';
import { candidates, startBackend } from '../backend/candidates';
import { chooseBackend } from '../backend/choose';
import { Host, type Handlers } from '../host/host';
import { nextTurn } from '../host/turn';
import { fetchFrom, readDataset } from '../model/files';
import type { FamilyFindings, FamilyJob, LabCalls, LabJob, LabNotice } from '../../protocol/lab';
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

async function prepare(base: string, data: string): Promise<Dataset> {
  enableProdMode();
  await chooseBackend({
    wanted: 'auto',
    candidates: candidates(['wasm', 'cpu']),
    race: false,
    timed: false,
    use: startBackend,
  });
  return readDataset(fetchFrom(base), data);
}

/** Tells the page how a job gets on, and rests while the visitor has paused. */
const watchOf = (job: LabJob | FamilyJob) => ({
  onTraining: async (step: number) => {
    host.notify({ type: 'training', job, step });
    await yieldToMessages();
  },
  onEvaluation: (done: number) => host.notify({ type: 'measuring', job, done }),
});

const handlers: Handlers<LabCalls> = {
  async run({ base, data, jobs }) {
    const dataset = await prepare(base, data);
    for (const job of jobs) {
      await yieldToMessages();
      const system = findSystem(SYSTEMS, job.system);
      const { rows } = await evaluateSystem(dataset, system, planOf(job), watchOf(job));
      host.notify({ type: 'rows', rows });
    }
    return null;
  },

  async runFamilies({ base, data, jobs, before }) {
    const dataset = await prepare(base, data);
    let results = before;
    for (const job of jobs) {
      await yieldToMessages();
      const system = findFamilySystem(job.system);
      const folds = redrawnFolds(dataset, job.seed);
      const episodes = await measureFamilySystem(folds, system, job, watchOf(job));
      results = [...results.filter((one) => standsBeside(one, job)), { ...job, episodes }];
      const findings = { results, summaries: summarise(results, FAMILY_REFERENCES) };
      host.notify({ type: 'families', findings });
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

/** Runs of other lengths have no mean and no difference together; the same run again takes the place of the first. */
const standsBeside = (one: FamilyFindings['results'][number], job: FamilyJob): boolean =>
  one.steps === job.steps && !(one.system === job.system && one.seed === job.seed);

const host = new Host<LabNotice>(
  (message, transfer = []) => self.postMessage(message, { transfer }),
  handlers,
  ['pause', 'resume'],
);
self.onmessage = ({ data }: MessageEvent<ToWorker>) => host.receive(data);
