/**
 * Operations of the model against plain ones: the same cases run on cpu and wasm in vitest, and on
 * webgl and webgpu in a browser (`scripts/golden-browser.ts`).
 */
import * as tf from '@tensorflow/tfjs-core';
import '../../../src/model/gradients';
import { lstmStep } from '../../../src/model/baselines/s2meta/lstm';
import { dense, denseJoined } from '../../../src/model/ops/dense';
import { filmHeads } from '../../../src/model/ops/film-layer';
import { gru } from '../../../src/model/ops/gru';
import { modulateAndActivate } from '../../../src/model/ops/modulation';
import { mixModules, modules, routes } from '../../../src/model/ops/routed-modules';
import { hybridContext } from '../../../src/model/hybrid';
import { hinge } from '../../../src/model/objective';
import type { ModelConfig } from '../../../src/model/types';
import { numbers } from './numbers';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Inputs = any[];

export interface Case {
  name: string;
  /** Shapes of the inputs; all are differentiated. */
  shapes: number[][];
  run: (...inputs: Inputs) => tf.Tensor;
  /** The same in plain tfjs operations. */
  reference: (...inputs: Inputs) => tf.Tensor;
}

const activations = [
  { label: 'linear', activation: 'linear', plain: (x: tf.Tensor) => x },
  { label: 'relu', activation: 'relu', plain: (x: tf.Tensor) => tf.relu(x) },
  { label: 'leaky', activation: { leaky: 0.01 }, plain: (x: tf.Tensor) => tf.leakyRelu(x, 0.01) },
] as const;

const affine = (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor) => tf.add(tf.matMul(x, w), b);

/** Repeats each row of `x` so that there are `rows`. */
const spread = (x: tf.Tensor2D, rows: number) => {
  const [few, width] = x.shape;
  return tf.reshape(tf.tile(tf.reshape(x, [few, 1, width]), [1, rows / few, 1]), [rows, width]);
};

const denseCases = [
  [1, 1, 1],
  [5, 7, 3],
  [4, 8, 8],
  [9, 13, 1],
  [33, 66, 30],
].flatMap(([rows, inner, width]) =>
  activations.map(({ label, activation, plain }): Case => ({
    name: `dense ${label} [${rows},${inner},${width}]`,
    shapes: [[rows, inner], [inner, width], [width]],
    run: (x, w, b) => dense(x, w, b, activation),
    reference: (x, w, b) => plain(affine(x, w, b)),
  })),
);

const joinedCases = [
  [6, 6, 5, 2, 9],
  [3, 12, 4, 7, 8],
  [12, 2, 3, 5, 3],
  [8, 8, 64, 2, 33],
].flatMap(([rowsA, rowsB, innerA, innerB, width]) =>
  activations.map(({ label, activation, plain }): Case => ({
    name: `dense joined ${label} [${rowsA}|${rowsB},${innerA}+${innerB},${width}]`,
    shapes: [[rowsA, innerA], [rowsB, innerB], [innerA + innerB, width], [width]],
    run: (a, b, w, bias) => denseJoined(a, b, w, bias, activation),
    reference: (a, b, w, bias) => {
      const rows = Math.max(rowsA, rowsB);
      return plain(affine(tf.concat([spread(a, rows), spread(b, rows)], 1), w, bias));
    },
  })),
);

/** One step at a time, in the words of PyTorch's documentation. */
function plainGru(gates: tf.Tensor3D, u: tf.Tensor2D, bias: tf.Tensor1D): tf.Tensor {
  const [steps, batch, width] = gates.shape;
  const h = width / 3;
  let state: tf.Tensor = tf.zeros([batch, h]);
  for (let t = 0; t < steps; t++) {
    const input = tf.reshape(tf.slice(gates, [t, 0, 0], [1, batch, width]), [batch, width]);
    const [ir, iz, in_] = tf.split(input, 3, 1);
    const [hr, hz, hn] = tf.split(affine(state, u, bias), 3, 1);
    const r = tf.sigmoid(tf.add(ir, hr));
    const z = tf.sigmoid(tf.add(iz, hz));
    const n = tf.tanh(tf.add(in_, tf.mul(r, hn)));
    state = tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, state));
  }
  return state;
}

const gruCases = [
  [1, 1, 1],
  [3, 2, 5],
  [5, 1, 8],
  [19, 4, 13],
  [17, 3, 64],
].map(([steps, batch, h]): Case => ({
  name: `gru [S,B,H] = [${steps},${batch},${h}]`,
  shapes: [[batch * steps, 3 * h], [h, 3 * h], [3 * h]],
  run: (gates, u, bias) => gru(gates, steps, u, bias),
  reference: (gates, u, bias) =>
    plainGru(tf.transpose(tf.reshape(gates, [batch, steps, 3 * h]), [1, 0, 2]), u, bias),
}));

/** One step as the equations say it, hidden over cell; `weights` of the input, of the hidden state, bias. */
function plainLstmStep(ih: Inputs[0], hh: Inputs[0], bias: Inputs[0], ...state: Inputs): tf.Tensor {
  const [x, hidden, cell] = state;
  const gates = tf.add(
    tf.add(tf.matMul(ih, x, true), tf.matMul(hh, hidden, true)),
    tf.transpose(bias),
  );
  const [i, f, g, o] = tf.split(gates, 4, 0);
  const next = tf.add(tf.mul(tf.sigmoid(f), cell), tf.mul(tf.sigmoid(i), tf.tanh(g)));
  return tf.concat([tf.mul(tf.sigmoid(o), tf.tanh(next)), next], 0);
}

const lstmCases = [
  [1, 1, 1],
  [2, 8, 3],
  [4, 4, 5],
  [3, 5, 8],
  [4, 4, 70],
].map(([inputs, h, columns]): Case => ({
  name: `LSTM step [I,H,n] = [${inputs},${h},${columns}]`,
  shapes: [
    [inputs, 4 * h],
    [h, 4 * h],
    [1, 4 * h],
    [inputs, columns],
    [h, columns],
    [h, columns],
  ],
  run: (weightIh, weightHh, bias, x, hidden, cell) => {
    const weights = { 'cell.weightIh': weightIh, 'cell.weightHh': weightHh, 'cell.bias': bias };
    const next = lstmStep(weights, 'cell', x, { hidden, cell });
    return tf.concat([next.hidden, next.cell], 0);
  },
  reference: plainLstmStep,
}));

const filmCases = [
  [1, 1, 1],
  [5, 7, 3],
  [12, 64, 30],
].flatMap(([rows, inner, width]): Case[] => [
  {
    name: `FiLM heads [${rows},${inner},${width}]`,
    shapes: [
      [rows, inner],
      [2, inner, width],
      [2, width],
    ],
    run: (t, w, b) => {
      const [gamma, beta] = filmHeads(t, w, b);
      return tf.sub(tf.mul(gamma, 2), beta);
    },
    reference: (t, w, b) => {
      const [wGamma, wBeta] = tf.unstack(w);
      const [bGamma, bBeta] = tf.unstack(b);
      return tf.sub(tf.mul(affine(t, wGamma, bGamma), 2), affine(t, wBeta, bBeta));
    },
  },
  ...activations.flatMap(({ label, activation, plain }): Case[] => [
    {
      name: `FiLM ${label} [${rows},${width}]`,
      shapes: Array(3).fill([rows, width]),
      run: (l, gamma, beta) => modulateAndActivate(l, gamma, beta, activation),
      reference: (l, gamma, beta) => plain(tf.add(tf.mul(gamma, l), beta)),
    },
    {
      name: `gate ${label} [${rows},${width}]`,
      shapes: Array(2).fill([rows, width]),
      run: (l, gate) => modulateAndActivate(l, gate, undefined, activation),
      reference: (l, gate) => plain(tf.mul(gate, l)),
    },
  ]),
]);

const softCases = [
  [1, 1, 1, 4],
  [5, 7, 3, 4],
  [12, 9, 32, 3],
].flatMap(([rows, inner, width, count]): Case[] => [
  {
    name: `modules, one input [${rows},${inner},${width}] x ${count}`,
    shapes: [
      [rows, inner],
      [count, inner, width],
      [count, width],
    ],
    run: (x, w, b) => modules(x, w, b),
    reference: (x, w, b) => tf.relu(affineEach(tf.tile(tf.expandDims(x, 0), [count, 1, 1]), w, b)),
  },
  {
    name: `modules, own inputs [${rows},${inner},${width}] x ${count}`,
    shapes: [
      [count, rows, inner],
      [count, inner, width],
      [count, width],
    ],
    run: (x, w, b) => modules(x, w, b),
    reference: (x, w, b) => tf.relu(affineEach(x, w, b)),
  },
  ...[1, 3, 4, 6].flatMap((targets): Case[] => [
    {
      name: `routes [${rows},${count},${targets}]`,
      shapes: [[rows, count * targets]],
      run: (logits) => routes(logits, count, targets),
      reference: (logits) => {
        const exp = tf.exp(tf.reshape(logits, [rows, count, targets]));
        return tf.div(exp, tf.sum(exp, 1, true));
      },
    },
    {
      name: `mix [${rows},${count},${targets}] of width ${width}`,
      shapes: [
        [count, rows, width],
        [rows, count, targets],
      ],
      run: (values, route) => mixModules(values, route),
      reference: (values, route) =>
        tf.transpose(
          tf.matMul(tf.transpose(route, [0, 2, 1]), tf.transpose(values, [1, 0, 2])),
          [1, 0, 2],
        ),
    },
  ]),
]);

function affineEach(x: tf.Tensor, w: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const [count, , width] = w.shape;
  return tf.add(tf.matMul(x, w), tf.reshape(b, [count, 1, width]));
}

const taskCases = [
  [1, 1, 1],
  [3, 5, 7],
  [2, 8, 64],
].flatMap(([tasks, queries, width]): Case[] => [
  {
    name: `dot hybrid [${tasks},${queries},${width}]`,
    shapes: [
      [tasks, width],
      [tasks * queries, width],
    ],
    run: (context, pairs) =>
      hybridContext({ hybrid: 'dot' } as ModelConfig, { get: absent }, context, pairs).hybrid,
    reference: (context, pairs) => tf.mul(spread(context, tasks * queries), pairs),
  },
  {
    name: `hinge [${tasks},${2 * queries}]`,
    shapes: [[tasks, 2 * queries]],
    run: (scores) => hinge(scores),
    reference: (scores) => {
      const [positive, negative] = tf.split(scores as tf.Tensor, 2, 1);
      return tf.mean(tf.relu(tf.add(tf.sub(negative, positive), 1)));
    },
  },
]);

function absent(): never {
  throw new Error('the dot hybrid has no parameters');
}

export const CASES: Case[] = [
  ...denseCases,
  ...joinedCases,
  ...gruCases,
  ...lstmCases,
  ...filmCases,
  ...softCases,
  ...taskCases,
];

interface Outcome {
  shape: number[];
  /** The value, then the gradient of every input. */
  values: Float32Array[];
}

/** Value and gradients of `sum(weights * f(inputs))` on the backend in use. */
async function outcome({ shapes }: Case, f: Case['run']): Promise<Outcome> {
  tf.engine().startScope();
  const inputs = shapes.map((shape, i) =>
    tf.tensor(numbers(tf.util.sizeFromShape(shape), i + 1), shape),
  );
  const value = f(...inputs);
  const weights = tf.tensor(numbers(value.size, 99), value.shape);
  const grads = tf.grads((...args: tf.Tensor[]) => tf.sum(tf.mul(f(...args), weights)))(inputs);
  const values = await Promise.all(
    [value, ...grads].map(async (tensor) => (await tensor.data<'float32'>()).slice()),
  );
  const { shape } = value;
  tf.engine().endScope();
  return { shape, values };
}

/**
 * Largest difference between a case on `backend` and its reference on `plain` (value and gradients),
 * relative to the largest value of each tensor, at least 1.
 */
export async function caseError(
  testCase: Case,
  use: (backend: string) => Promise<void>,
  backend: string,
): Promise<number> {
  await use('cpu');
  const expected = await outcome(testCase, testCase.reference);
  await use(backend);
  const actual = await outcome(testCase, testCase.run);
  if (String(actual.shape) !== String(expected.shape)) return Infinity;
  let worst = 0;
  expected.values.forEach((tensor, i) => {
    const scale = tensor.reduce((largest, x) => Math.max(largest, Math.abs(x)), 1);
    tensor.forEach((x, j) => {
      const error = Math.abs(actual.values[i][j] - x) / scale;
      if (!(error <= worst)) worst = error;
    });
  });
  return worst;
}
