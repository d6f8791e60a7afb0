/** An LSTM cell in plain TypeScript, to set the model's against. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { numbers } from './tensors';

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** One LSTM step of one row in plain TypeScript, PyTorch's gate order. */
export function plainLstm(
  { ih, hh, bias }: Record<'ih' | 'hh' | 'bias', number[]>,
  x: number[],
  h: number[],
  c: number[],
) {
  const size = h.length;
  const gate = (g: number, j: number) => {
    const column = g * size + j;
    let sum = bias[column];
    x.forEach((value, i) => (sum += value * ih[i * 4 * size + column]));
    h.forEach((value, i) => (sum += value * hh[i * 4 * size + column]));
    return sum;
  };
  const cell = c.map(
    (old, j) => sigmoid(gate(1, j)) * old + sigmoid(gate(0, j)) * Math.tanh(gate(2, j)),
  );
  return { cell, hidden: cell.map((value, j) => sigmoid(gate(3, j)) * Math.tanh(value)) };
}

export const plainWeights = (weights: Record<string, Tensor>, name: string) => ({
  ih: numbers(weights[`${name}.weightIh`]),
  hh: numbers(weights[`${name}.weightHh`]),
  bias: numbers(weights[`${name}.bias`]),
});
