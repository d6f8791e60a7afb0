/**
 * Programs for both kinds of GPU backend from one source.
 *
 * A program computes each element of a matrix `[rows, columns]` from matrices. Its body is written in
 * what GLSL and WGSL share, plus a few words that are translated:
 *
 * - `row`, `column`: the element's place; `getX(i, j)`: element of input `X`; `OUT(value)` at the end.
 * - `FLOAT v = ..`, `INT i = ..`: variables. `#name`: a number given with the call.
 * - `pick(condition, a, b)`, `leaky(x, slope)`, `logistic(x)`, `tangent(x)`.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';

export interface Program {
  /** Unique: shaders are cached by it. */
  name: string;
  /** Names of the inputs, capitalised; each must be read. */
  inputs: string[];
  body: string;
  integers?: string[];
  floats?: string[];
}

export interface ProgramCall {
  program: Program;
  /** All matrices. */
  inputs: TensorInfo[];
  rows: number;
  columns: number;
  numbers?: Record<string, number>;
}

/** A GPU backend as the kernels see it. */
export interface Gpu {
  /**
   * Whether tfjs's matrix products work on packed textures, so that going between them and programs
   * costs a dispatch each way.
   */
  packs: boolean;
  /** Runs a program: one dispatch. */
  run(call: ProgramCall): TensorInfo;
  /** Runs a kernel of tfjs. */
  stock(name: string, inputs: Record<string, TensorInfo>, attrs: object): TensorInfo;
  dispose(...infos: TensorInfo[]): void;
}

/** The same values as a matrix of another shape. */
export const as = (info: TensorInfo, rows: number, columns: number): TensorInfo => ({
  dataId: info.dataId,
  dtype: info.dtype,
  shape: [rows, columns],
});

/** The same values in any shape, as a kernel returns them. */
export const shaped = (info: TensorInfo, shape: number[]): TensorInfo => ({ ...info, shape });

/** Replaces the words that are not common to GLSL and WGSL. */
export function translate(
  body: string,
  words: { float: string; int: string; number: (name: string) => string; out: string },
): string {
  return body
    .replace(/\bFLOAT\b/g, words.float)
    .replace(/\bINT\b/g, words.int)
    .replace(/#(\w+)/g, (_, name: string) => words.number(name))
    .replace(/\bOUT\(/g, `${words.out}(`);
}
