import { describe, expect, it } from 'vitest';
import type { WasmModule } from '../../../src/model/kernels/arithmetic';
import { instantiateKernels } from '../../../src/model/kernels/wasm/module';
import { numbers, WASM } from './backends';

/** Floats from 1 kB on; each matrix has room for the largest of the sizes below. */
const [A, B, BIAS, DENSE, LISTED, LIST] = [0, 1, 2, 3, 4, 5].map((k) => 1024 + k * 65536);
const SIZES = [
  [4, 1, 1], [3, 5, 7], [8, 4, 8], [17, 13, 21], [23, 66, 45], [64, 64, 64], [35, 60, 66],
] as const; // prettier-ignore

async function memoryWith(module: WasmModule) {
  const memory = new WebAssembly.Memory({ initial: 8 });
  const kernels = await instantiateKernels(memory, module);
  const put = (pointer: number, values: Float32Array) =>
    new Float32Array(memory.buffer, pointer, values.length).set(values);
  const bits = (pointer: number, count: number) =>
    Array.from(new Uint32Array(memory.buffer, pointer, count));
  return { kernels, put, bits };
}

/** `[m, k]` in which a column of four rows is zero with probability `share`, and single values are. */
function withZeros(m: number, k: number, share: number): Float32Array {
  const [values, single, four] = [numbers(m * k, 1), numbers(m * k, 2), numbers(m * k, 3)];
  return values.map((value, at) => {
    const column = (Math.floor(at / k) >> 2) * k + (at % k);
    return four[column] < 2 * share - 1 || single[at] < -0.6 ? 0 : value;
  });
}

const modules = WASM.map((name) => name.slice('wasm-'.length) as WasmModule);

describe.each(modules)('products that leave zeros out, %s module', (module) => {
  for (const [m, k, n] of SIZES)
    it.each([0, 0.4, 1])(`[m,k,n] = [${m},${k},${n}], zeros %d: bit for bit`, async (share) => {
      const { kernels, put, bits } = await memoryWith(module);
      const a = withZeros(m, k, share);
      put(A, a);
      put(B, numbers(k * n, 4));
      put(BIAS, numbers(n, 5));
      for (const [bias, accumulate] of [[0, 0], [BIAS, 0], [0, 1]]) {
        put(DENSE, numbers(m * n, 6));
        put(LISTED, numbers(m * n, 6));
        kernels.matmul(A, k, B, n, DENSE, n, m, k, n, bias, accumulate);
        kernels.matmulSparse(A, k, B, n, LISTED, n, m, k, n, bias, accumulate, LIST);
        expect(bits(LISTED, m * n)).toEqual(bits(DENSE, m * n));
      } // prettier-ignore
    });

  it('counts the columns that are zero in four rows', async () => {
    const { kernels, put } = await memoryWith(module);
    for (const [m, k] of SIZES.filter(([rows]) => rows >= 4)) {
      const a = withZeros(m, k, 0.5);
      put(A, a);
      const fours = m >> 2;
      let zeros = 0;
      for (let row = 0; row < 4 * fours; row += 4)
        for (let j = 0; j < k; j++)
          zeros += Number([0, 1, 2, 3].every((r) => a[(row + r) * k + j] === 0));
      expect(kernels.countZeros(A, k, m, k, fours)).toBe(zeros);
    }
  });

  it('reads a matrix whose rows lie apart, and passes on what is not a number', async () => {
    const { kernels, put, bits } = await memoryWith(module);
    const a = withZeros(8, 12, 0.5);
    a[5] = NaN;
    put(A, a);
    put(B, numbers(9 * 8, 4));
    kernels.matmul(A, 12, B, 8, DENSE, 8, 8, 9, 8, 0, 0);
    kernels.matmulSparse(A, 12, B, 8, LISTED, 8, 8, 9, 8, 0, 0, LIST);
    expect(bits(LISTED, 64)).toEqual(bits(DENSE, 64));
    expect(new Float32Array(Uint32Array.from(bits(LISTED, 1)).buffer)[0]).toBeNaN();
  });
});
