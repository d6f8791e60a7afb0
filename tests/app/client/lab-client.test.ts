import { expect, it } from 'vitest';
import { startFamilies, startTables } from '../../../app/client/lab-client';
import type { WorkerLike } from '../../../app/client/link';
import type { LabCalls, LabJob, LabNotice } from '../../../app/protocol/lab';
import { Host, type Handlers } from '../../../app/workers/host/host';

const job: LabJob = {
  protocol: 'open',
  setting: 'ranking',
  system: 'itempop',
  seed: 0,
  steps: 3,
  treatment: 'plain',
};

const question = { base: '', data: '', jobs: [job] };

/** A worker in this process that trains for three steps, and rests while it is paused. */
function labWorker(failing = false) {
  let resume: (() => void) | null = null;
  let paused: Promise<void> | null = null;
  const pauseNow = (): void => void (paused = new Promise((resolve) => (resume = resolve)));
  const steps: number[] = [];
  const handlers: Handlers<LabCalls> = {
    async run({ jobs }, { yieldToMessages }) {
      for (let step = 1; step <= 3; step++) {
        await yieldToMessages();
        await paused;
        if (failing) throw new Error('no room');
        steps.push(step);
        host.notify({ type: 'training', job: jobs[0], step });
      }
      return null;
    },
    runFamilies({ jobs, before }) {
      const results = [...before, ...jobs.map((one) => ({ ...one, episodes: [] }))];
      host.notify({ type: 'families', findings: { results, summaries: [] } });
      return null;
    },
    pause: () => {
      pauseNow();
      return null;
    },
    resume: () => {
      resume?.();
      paused = null;
      return null;
    },
  };
  const worker: WorkerLike & { ended: boolean } = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    ended: false,
    postMessage: (message) => queueMicrotask(() => host.receive(structuredClone(message))),
    terminate: () => (worker.ended = true),
  };
  const host = new Host<LabNotice>(
    (data) => queueMicrotask(() => worker.onmessage?.({ data })),
    handlers,
    ['pause', 'resume'],
  );
  return { worker, steps };
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 30));

it('a run is told of step by step, and ends with its worker', async () => {
  const { worker } = labWorker();
  const heard: LabNotice[] = [];
  const run = startTables(question, (notice) => heard.push(notice), () => worker); // prettier-ignore
  expect(await run.finished).toBe(true);
  expect(heard).toEqual([1, 2, 3].map((step) => ({ type: 'training', job, step })));
  expect(worker.ended).toBe(true);
});

it('a run that is paused rests until it is resumed', async () => {
  const { worker, steps } = labWorker();
  const run = startTables(question, () => undefined, () => worker); // prettier-ignore
  run.pause();
  await rest();
  const before = steps.length;
  expect(before).toBeLessThan(3);
  await rest();
  expect(steps).toHaveLength(before);
  run.resume();
  expect(await run.finished).toBe(true);
  expect(steps).toEqual([1, 2, 3]);
});

it('a run that is cancelled is over, and no failure', async () => {
  const { worker } = labWorker();
  const run = startTables(question, () => undefined, () => worker); // prettier-ignore
  run.cancel();
  expect(await run.finished).toBe(false);
  expect(worker.ended).toBe(true);
  // Nobody is there to hear it.
  run.pause();
});

it('a run that fails says why', async () => {
  const { worker } = labWorker(true);
  const run = startTables(question, () => undefined, () => worker); // prettier-ignore
  await expect(run.finished).rejects.toMatchObject({ message: 'no room' });
  expect(worker.ended).toBe(true);
});

it('a run on the families of tasks stands beside what was found before', async () => {
  const { worker } = labWorker();
  const heard: LabNotice[] = [];
  const before = [{ system: 'plain', seed: 0, steps: 50, episodes: [] }];
  const jobs = [{ system: 'film', seed: 0, steps: 50 }];
  const run = startFamilies({ base: '', data: '', jobs, before }, (notice) => heard.push(notice), () => worker); // prettier-ignore
  expect(await run.finished).toBe(true);
  const results = [...before, { ...jobs[0], episodes: [] }];
  expect(heard).toEqual([{ type: 'families', findings: { results, summaries: [] } }]);
});
