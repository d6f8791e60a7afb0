/** tfjs backends in Node, with the project's kernels on them. */
import v8 from 'node:v8';
import { ready, scalar, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { installKernels } from '../../src/model/kernels';
import { arithmetic, hasRelaxedSimd, type WasmModule } from '../../src/model/kernels/arithmetic';

/** `wasm` takes the fastest of its two modules that this Node has; the others name one. */
export type NodeBackend = 'wasm' | 'wasm-simd' | 'wasm-relaxed' | 'cpu';

/** Node 20 and 21 have relaxed SIMD behind this flag, later ones without it. */
const FLAG = '--experimental-wasm-relaxed-simd';

/** Switches relaxed SIMD on where it waits for a flag. @returns whether it is here now */
export function allowRelaxedSimd(): boolean {
  const major = Number(process.versions.node.split('.')[0]);
  if (!hasRelaxedSimd() && (major === 20 || major === 21)) v8.setFlagsFromString(FLAG);
  return hasRelaxedSimd();
}

/** What results are computed by, for people; Node 20 and 22 may take different modules. */
export function sayArithmetic(): void {
  console.log(`Computing by ${arithmetic()} in Node ${process.versions.node}`);
}

/** @throws when the backend does not start, or this Node has no relaxed SIMD and it was asked for. */
export async function useBackend(name: NodeBackend): Promise<void> {
  const [backend, module] = name.split('-') as [string, WasmModule | undefined];
  if (!allowRelaxedSimd() && module === 'relaxed') {
    throw new Error(`Node ${process.versions.node} has no relaxed SIMD`);
  }
  // tfjs advertises its Node package on first use; these scripts print results for people.
  const warn = console.warn;
  console.warn = () => {};
  try {
    if (!(await setBackend(backend))) throw new Error(`backend '${backend}' does not start here`);
    await ready();
    scalar(0).dispose();
    await installKernels(module);
  } finally {
    console.warn = warn;
  }
}
