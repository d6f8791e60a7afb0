/** Data-parallel training: one worker against two threads of Node, and what sharing a step costs. */
import { Worker } from 'node:worker_threads';
import { useBackend } from '../../scripts/lib/backend';
import type { Trainer } from '../../src/model/training/trainer';
import type { DataParallel } from '../../src/model/training/data-parallel';
import { shardsOf, sumShards } from '../../src/model/training/shards';
import type { Variant } from '../../app/protocol/vocabulary';
import { Helpers, type HelperWorker } from '../../app/workers/trainer/helpers';
import { nextTurn } from '../../app/workers/host/turn';
import { benchTrainer, S3 } from '../cores/problem';
import { ratios, summarise, type Sample } from '../measure';
import { figure, row, type Benchmark, type Row } from '../row';

const LIMIT = 1.7;
const WARM_UP = 60;
/** Of which two are measured, and the others worked out. */
const WORKERS = [2, 4, 8];

/** Not used by the benchmark's helper. */
const VARIANT: Variant = { setting: 'scenario', encoder: 'gru', hybrid: 'dot', modulation: 'film' };

type Timed = Sample & { times: number[] };

export const cores: Benchmark = {
  name: 'cores',
  about: 'a training step at S3 shared by two workers (wall clock: needs two idle cores)',
  async run({ quick }) {
    await useBackend('wasm');
    const rows: Row[] = [];
    for (const isolated of [false, true]) {
      rows.push(...(await measure(isolated, quick ? 60 : 300)));
    }
    return rows;
  },
};

async function measure(isolated: boolean, rounds: number): Promise<Row[]> {
  const single = benchTrainer(S3);
  const trainer = benchTrainer(S3);
  const { parallel, helpers } = await withHelper(trainer, isolated);
  const tasks = single.sample();
  const room = new Float32Array(single.parameters.size);
  const shards = Object.fromEntries(
    WORKERS.map((workers) => {
      // The largest: that is waited for.
      const { from, to } = shardsOf(tasks.length, workers).at(-1)!;
      const own = benchTrainer(S3);
      return [workers, () => void own.gradient(tasks.slice(from, to), room)];
    }),
  );
  const lone = benchTrainer(S3);
  const results = WORKERS.map(() => ({ loss: 0, gradient: new Float32Array(room.length) }));
  const waits: number[] = [];
  const timed = await wallInTurns(
    {
      one: () => single.step().dispose(),
      two: async () => {
        (await parallel.step()).dispose();
        if (parallel.atWork !== 2) throw new Error('the helper was lost');
        waits.push(parallel.waited);
      },
      half: shards[2],
      quarter: shards[4],
      eighth: shards[8],
      // What only the trainer does: parameters out, the sum, the update.
      own: () => {
        lone.readParameters(room);
        sumShards(shardsOf(tasks.length, 2), results.slice(0, 2), room);
        lone.take(room, tasks.length);
      },
      sum: () => sumShards(shardsOf(tasks.length, 2), results.slice(0, 2), room),
    },
    rounds,
    WARM_UP,
  );
  helpers.close();
  for (const one of [single, trainer, lone]) one.dispose();
  return report(timed, waits.slice(WARM_UP), isolated ? 'shared memory' : 'transferred buffers');
}

function report(
  timed: Record<'one' | 'two' | 'half' | 'quarter' | 'eighth' | 'own' | 'sum', Timed>,
  waits: number[],
  by: string,
): Row[] {
  const { one, two, half, quarter, eighth, own, sum } = timed;
  const outside = summarise(two.times.map((step, i) => step - half.times[i]));
  const waited = summarise(waits);
  // Each further helper: its gradient to add, and a buffer to fill where it is transferred.
  const onPaper = (workers: number, shard: Timed) => {
    const rest = own.median + waited.median + (workers - 2) * sum.median;
    const note = `on paper: ${shard.median.toFixed(2)} ms a shard, ${rest.toFixed(2)} ms of synchronisation`;
    const times = one.median / (shard.median + rest);
    return figure(`film S3, ${by}: one worker / ${workers}`, times, 'times', { note });
  };
  return [
    row(`film S3, ${by}: step by one worker`, one, 'ms'),
    row(`film S3, ${by}: step by two`, two, 'ms'),
    row(`film S3, ${by}: one worker / two`, ratios(one.times, two.times), 'times', {
      limit: LIMIT,
      atLeast: true,
    }),
    figure(`film S3, ${by}: the same, fastest tenth of each`, one.p10 / two.p10, 'times', {
      note: 'least disturbed',
    }),
    row(`film S3, ${by}: gradient of half the tasks, alone`, half, 'ms'),
    row(`film S3, ${by}: synchronisation (step less that)`, outside, 'ms'),
    row(`film S3, ${by}: of it copies, sum and update`, own, 'ms'),
    row(`film S3, ${by}: of it waiting for the other`, waited, 'ms'),
    onPaper(4, quarter),
    onPaper(8, eighth),
  ];
}

/** A trainer that shares its steps with a helper in a thread, which is ready. */
async function withHelper(
  trainer: Trainer,
  isolated: boolean,
): Promise<{ parallel: DataParallel; helpers: Helpers }> {
  let lost = '';
  const helpers = new Helpers({
    ...{ workers: 2, isolated, spawn },
    start: { role: 'trainer', base: '', backend: 'auto' },
    onLost: (detail) => (lost = detail),
  });
  const parallel = helpers.share(trainer, VARIANT, 1);
  helpers.wake();
  while (parallel.atWork < 2) {
    if (lost) throw new Error(lost);
    (await parallel.step()).dispose();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { parallel, helpers };
}

/** A thread of Node as the helpers' transport sees it. */
function spawn(): HelperWorker {
  const script = JSON.stringify(new URL('../cores/thread.ts', import.meta.url).href);
  // A thread does not take TypeScript by itself in Node 20, whatever its parent was started with.
  const code = `import('tsx/esm/api').then(({ register }) => (register(), import(${script})));`;
  const thread = new Worker(code, { eval: true, execArgv: [] });
  const worker: HelperWorker = {
    postMessage: (message, transfer) => thread.postMessage(message, transfer as ArrayBuffer[]),
    terminate: () => void thread.terminate(),
    onmessage: null,
    onerror: null,
  };
  thread.on('message', (data) => worker.onmessage?.({ data }));
  thread.on('error', (error) => worker.onerror?.({ message: String(error) }));
  return worker;
}

/** Wall-clock milliseconds of alternatives in turns: several threads work at one of them. */
async function wallInTurns<Name extends string>(
  alternatives: Record<Name, () => unknown>,
  rounds: number,
  warmUp: number,
): Promise<Record<Name, Timed>> {
  const names = Object.keys(alternatives) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of names) {
      await nextTurn();
      const start = performance.now();
      await alternatives[name]();
      if (round >= warmUp) times[name].push(performance.now() - start);
    }
  }
  const timed = names.map((name) => [name, { ...summarise(times[name]), times: times[name] }]);
  return Object.fromEntries(timed) as Record<Name, Timed>;
}
