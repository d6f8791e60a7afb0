import { describe, expect, it } from 'vitest';
import { benchConfig, randomArrays, toTensors } from '../../../bench/problem';
import { BenchModel } from '../../../bench/step';
import { useBackend as useAny } from '../../../scripts/lib/backend';
import { createRandom } from '../../../src/data/random';
import {
  arithmetic, bestWasmModule, hasRelaxedSimd, wasmModuleInUse,
} from '../../../src/model/kernels/arithmetic'; // prettier-ignore
import { instantiateKernels } from '../../../src/model/kernels/wasm/module';
import { useBackend, WASM } from './backends';

const SIZE = { name: 'small', tasks: 3, support: 9, query: 10 };

/** Losses of a few training steps, and the parameters after them. */
async function run(backend: (typeof WASM)[number]): Promise<number[]> {
  await useBackend(backend);
  const model = new BenchModel(benchConfig('film'));
  const batch = toTensors(SIZE, randomArrays(SIZE));
  const losses = Array.from({ length: 5 }, () => model.step(batch).dataSync()[0]);
  const parameters = await model.parameters.flat();
  model.dispose();
  return [...losses, ...parameters];
}

describe('the arithmetic in use', () => {
  it('may be either module in every Node that is supported', () => {
    expect(WASM).toEqual(['wasm-simd', 'wasm-relaxed']);
  });

  it('is named by backend, and on wasm by module', async () => {
    await useAny('cpu');
    expect([arithmetic(), wasmModuleInUse()]).toEqual(['cpu', null]);
    for (const backend of WASM) {
      await useAny(backend);
      expect(arithmetic()).toBe(backend);
    }
    await useAny('wasm');
    expect(wasmModuleInUse()).toBe(bestWasmModule());
  });

  it.each(WASM)('repeats bit for bit on %s', async (backend) => {
    const first = await run(backend);
    for (const other of WASM) await run(other);
    expect(await run(backend)).toEqual(first);
  });

  it('differs between the modules in the last bits alone', async () => {
    if (bestWasmModule() === 'simd') return;
    const [simd, relaxed] = [await run('wasm-simd'), await run('wasm-relaxed')];
    expect(relaxed).not.toEqual(simd);
    const apart = relaxed.map((value, i) => Math.abs(value - simd[i]));
    expect(Math.max(...apart)).toBeLessThan(1e-4);
  });
});

describe('the relaxed module', () => {
  const random = createRandom(5);
  const row = Float32Array.from({ length: 16 }, () => random.uniform() - 0.5);

  /** `[rows, 4] x [4, 8]`, started from `bias`. */
  async function product(module: 'simd' | 'relaxed', rows: number): Promise<Float32Array> {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const kernels = await instantiateKernels(memory, module);
    const heap = new Float32Array(memory.buffer);
    for (let i = 0; i < 4; i++) heap.set(row.subarray(0, 4), 64 + 4 * i);
    heap.set([...row, ...row], 128);
    heap.set(row.subarray(0, 8), 200);
    kernels.matmul(256, 4, 512, 8, 1024, 8, rows, 4, 8, 800, 0);
    return heap.slice(256, 256 + 8);
  }

  it('rounds once where it has sums enough to wait for, and twice in a single row', async () => {
    if (!hasRelaxedSimd()) return;
    const apart = await product('simd', 4);
    expect(await product('simd', 1)).toEqual(apart);
    expect(await product('relaxed', 1)).toEqual(apart);
    if (bestWasmModule() === 'relaxed') expect(await product('relaxed', 4)).not.toEqual(apart);
  });
});
