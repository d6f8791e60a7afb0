/** The same model in PyTorch, one thread, step by step in turns with ours. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { useBackend } from '../../scripts/lib/backend';
import { milliseconds, ratios, summarise } from '../measure';
import { benchConfig, randomArrays, SIZES, toPacked, type Size } from '../problem';
import { row, type Benchmark, type Row } from '../row';
import { BenchModel } from '../step';

const LIMITS: Record<string, number> = { S1: 1, S2: 1.5, S3: 1.5 };
const WARM_UP = 300;
/** What the peer is held to before it is timed. */
const GOLDEN = '../../tests/golden/ranking-gru-dot-film.json';

export const peer: Benchmark = {
  name: 'peer',
  about: 'a training step against PyTorch, one thread; needs --python with torch',
  async run({ quick, python }) {
    if (!python) {
      console.log('     passed over: give --python PYTHON, one that has torch');
      return [];
    }
    await useBackend('wasm');
    const rows: Row[] = [];
    for (const size of SIZES) {
      const theirs = await startPeer(python, size);
      const model = new BenchModel(benchConfig('film'));
      const step = model.planned(toPacked(size, randomArrays(size)));
      const times: { own: number[]; torch: number[] } = { own: [], torch: [] };
      for (let round = 0; round < WARM_UP + (quick ? 30 : 200); round++) {
        const start = process.cpuUsage();
        step().dispose();
        const own = milliseconds(process.cpuUsage(start));
        const torch = await theirs.step();
        if (round < WARM_UP) continue;
        times.own.push(own);
        times.torch.push(torch);
      }
      theirs.stop();
      model.dispose();
      rows.push(
        row(`film ${size.name}: PyTorch`, summarise(times.torch), 'ms', { note: theirs.about }),
        row(`film ${size.name}: own, by plan / PyTorch`, ratios(times.own, times.torch), 'times', {
          limit: LIMITS[size.name],
        }),
      );
    }
    return rows;
  },
};

interface Peer {
  /** Version, BLAS, and how far the peer is from our reference vectors. */
  about: string;
  /** Milliseconds of one step, as the peer measures it. */
  step(): Promise<number>;
  stop(): void;
}

async function startPeer(python: string, { tasks, support, query }: Size): Promise<Peer> {
  const here = (file: string) => path.join(import.meta.dirname, file);
  const sizes = [tasks, support, query].map(String);
  const child = spawn(python, ['-B', here('../peer/step.py'), here(GOLDEN), ...sizes], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${python} ended: it needs torch, and its model must be ours`);
    return value as string;
  };
  const { torch, blas, error } = JSON.parse(await next());
  return {
    about: `torch ${torch}, ${blas}, ${error.toExponential(0)} from the golden file`,
    async step() {
      child.stdin.write('\n');
      return Number(await next());
    },
    stop: () => child.kill(),
  };
}
