/** `AdamStep` on a GPU: one program for the whole state; shapes are in `../adam.ts`. */
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { adamScales, gradientsOf, type AdamAttrs } from '../adam';
import type { KernelCall } from '../run';
import { as, shaped, type Gpu, type Program } from './program';

/** Row 0 of the next state is the parameters, 1 and 2 the moments. */
const ADAM: Program = {
  name: 'adam',
  inputs: ['State', 'G'],
  floats: ['rate', 'mScale', 'vScale', 'beta1', 'beta2', 'epsilon', 'decay', 'clip'],
  body: `
    FLOAT w = getState(0, column);
    FLOAT q = clamp(getG(0, column), -#clip, #clip) + #decay * w;
    FLOAT m = #beta1 * getState(1, column) + (1.0 - #beta1) * q;
    FLOAT v = #beta2 * getState(2, column) + (1.0 - #beta2) * q * q;
    FLOAT next = w - #rate * (m * #mScale) / (sqrt(v * #vScale) + #epsilon);
    OUT(pick(row == 0, next, pick(row == 1, m, v)));`,
};

/** Stands in for no clipping: shaders need not know infinity. */
const LARGEST = 3e38;

export function adamStep(gpu: Gpu, { inputs, attrs }: KernelCall<AdamAttrs>): TensorInfo[] {
  const gradients = gradientsOf(inputs);
  const [rows, columns] = inputs.state.shape;
  const sizes = gradients.map((gradient) => util.sizeFromShape(gradient.shape));
  const flat = gradients.map((gradient, i) => shaped(gradient, [sizes[i]]));
  const joined = gpu.stock('Concat', flat as unknown as Record<string, TensorInfo>, { axis: 0 });
  const scales = adamScales(attrs);
  const next = gpu.run({
    program: ADAM,
    inputs: [inputs.state, as(joined, 1, columns)],
    rows,
    columns,
    numbers: {
      rate: attrs.learningRate,
      mScale: scales.m,
      vScale: scales.v,
      beta1: attrs.beta1,
      beta2: attrs.beta2,
      epsilon: attrs.epsilon,
      decay: attrs.weightDecay,
      clip: Math.min(attrs.clip, LARGEST),
    },
  });
  gpu.dispose(joined);
  let begin = 0;
  const values = gradients.map((gradient, i) => {
    const part = gpu.stock('Slice', { x: next }, { begin: [0, begin], size: [1, sizes[i]] });
    begin += sizes[i];
    return shaped(part, gradient.shape);
  });
  return [next, ...values];
}
