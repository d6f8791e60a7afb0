/** The GRU on webgpu: a workgroup runs a task's whole sequence in one dispatch. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { GruAttrs } from '../gru';
import type { KernelCall } from '../run';
import { gateGradients, recurrentGradient } from './gru-webgl';
import { as, shaped, type Gpu } from './program';

type WebGPUProgram = Parameters<WebGPUBackend['runWebGPUProgram']>[0];

/** WebGPU's limit on threads in a workgroup, unless asked for more. */
const MOST_THREADS = 256;

const MATHS = `
  fn logistic(x: f32) -> f32 { return 1.0 / (1.0 + exp(-x)); }
  fn tangent(x: f32) -> f32 { let e = exp(2.0 * clamp(x, -15.0, 15.0)); return (e - 1.0) / (e + 1.0); }
`;

/** Runs `source` with one workgroup a task; hidden units beyond the threads are taken in turns. */
function runPerTask(
  backend: WebGPUBackend,
  name: string,
  inputs: Record<string, TensorInfo>,
  outputShape: number[],
  source: (threads: number) => string,
  hidden: number,
): TensorInfo {
  const threads = Math.min(MOST_THREADS, hidden);
  const definition = {
    variableNames: Object.keys(inputs),
    outputShape,
    workgroupSize: [threads, 1, 1],
    // Workgroups are tasks: the shader does its own indexing.
    dispatchLayout: { x: [2], y: [1], z: [0] },
    dispatch: [outputShape[1], 1, 1],
    uniforms: '',
    shaderKey: `cmml ${name} ${hidden}`,
    size: false,
    getUserCode: () => MATHS + source(threads),
  };
  return backend.runWebGPUProgram(
    definition as unknown as WebGPUProgram,
    Object.values(inputs),
    'float32',
  );
}

/** States `[S, B, 5H]` from gates `[B * S, 3H]`. */
const forwardSource = (h: number) => (threads: number) => `
  var<workgroup> state: array<f32, ${h}>;
  var<workgroup> next: array<f32, ${h}>;
  fn main() {
    let task = i32(workgroupId.x);
    let first = i32(localIndex);
    let steps = uniforms.outShape.x;
    let batch = uniforms.outShape.y;
    for (var j = first; j < ${h}; j += ${threads}) { state[j] = 0.0; }
    workgroupBarrier();
    for (var t = 0; t < steps; t++) {
      for (var j = first; j < ${h}; j += ${threads}) {
        var ar = Bias[j];
        var az = Bias[${h} + j];
        var an = Bias[${2 * h} + j];
        for (var k = 0; k < ${h}; k++) {
          let p = state[k];
          let u = k * ${3 * h} + j;
          ar += p * U[u];
          az += p * U[u + ${h}];
          an += p * U[u + ${2 * h}];
        }
        let g = (task * steps + t) * ${3 * h} + j;
        let r = logistic(G[g] + ar);
        let z = logistic(G[g + ${h}] + az);
        let n = tangent(G[g + ${2 * h}] + r * an);
        let value = n + z * (state[j] - n);
        next[j] = value;
        let o = (t * batch + task) * ${5 * h} + j;
        result[o] = value;
        result[o + ${h}] = r;
        result[o + ${2 * h}] = z;
        result[o + ${3 * h}] = n;
        result[o + ${4 * h}] = an;
      }
      workgroupBarrier();
      for (var j = first; j < ${h}; j += ${threads}) { state[j] = next[j]; }
      workgroupBarrier();
    }
  }`;

/** Gradients of the arguments of r, z, n, and of `W_hn h + b_hn`: `[S, B, 4H]`. */
const backwardSource = (h: number) => (threads: number) => `
  var<workgroup> d: array<f32, ${h}>;
  var<workgroup> e: array<f32, ${3 * h}>;
  fn main() {
    let task = i32(workgroupId.x);
    let first = i32(localIndex);
    let steps = uniforms.outShape.x;
    let batch = uniforms.outShape.y;
    for (var j = first; j < ${h}; j += ${threads}) { d[j] = DLast[task * ${h} + j]; }
    for (var t = steps - 1; t >= 0; t--) {
      for (var j = first; j < ${h}; j += ${threads}) {
        let s = (t * batch + task) * ${5 * h} + j;
        let r = S[s + ${h}];
        let z = S[s + ${2 * h}];
        let n = S[s + ${3 * h}];
        var before = 0.0;
        if (t > 0) { before = S[s - batch * ${5 * h}]; }
        let dh = d[j];
        let dn = dh * (1.0 - z) * (1.0 - n * n);
        let dz = dh * (before - n) * z * (1.0 - z);
        let dr = dn * S[s + ${4 * h}] * r * (1.0 - r);
        let o = (t * batch + task) * ${4 * h} + j;
        result[o] = dr;
        result[o + ${h}] = dz;
        result[o + ${2 * h}] = dn;
        result[o + ${3 * h}] = dn * r;
        e[j] = dr;
        e[j + ${h}] = dz;
        e[j + ${2 * h}] = dn * r;
        d[j] = dh * z;
      }
      workgroupBarrier();
      for (var j = first; j < ${h}; j += ${threads}) {
        var sum = d[j];
        for (var k = 0; k < ${3 * h}; k++) { sum += e[k] * U[j * ${3 * h} + k]; }
        d[j] = sum;
      }
      workgroupBarrier();
    }
  }`;

export const gruForward =
  (backend: WebGPUBackend) =>
  (
    gpu: Gpu,
    { inputs: { gates, weight, bias }, attrs: { steps } }: KernelCall<GruAttrs>,
  ): TensorInfo[] => {
    const batch = gates.shape[0] / steps;
    const h = weight.shape[0];
    const inputs = { G: gates, U: weight, Bias: bias };
    const states = runPerTask(backend, 'gruForward', inputs, [steps, batch, 5 * h], forwardSource(h), h); // prettier-ignore
    const last = gpu.stock(
      'Slice',
      { x: states },
      { begin: [steps - 1, 0, 0], size: [1, batch, h] },
    );
    return [shaped(last, [batch, h]), states];
  };

export const gruBackward =
  (backend: WebGPUBackend) =>
  (gpu: Gpu, { inputs: { states, weight, dLast } }: KernelCall): TensorInfo[] => {
    const [steps, batch] = states.shape;
    const h = weight.shape[0];
    const inputs = { S: states, U: weight, DLast: dLast };
    const all = runPerTask(backend, 'gruBackward', inputs, [steps, batch, 4 * h], backwardSource(h), h); // prettier-ignore
    const rows = steps * batch;
    const dGates = gateGradients(gpu, as(all, rows, 4 * h), { steps, batch, h });
    const s = as(states, rows, 5 * h);
    const weightAndBias = recurrentGradient(gpu, s, all, { batch, h, width: 4 * h, skip: 1 });
    gpu.dispose(all);
    return [dGates, ...weightAndBias];
  };
