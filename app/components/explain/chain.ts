/**
 * The arithmetic between a support set and one score, taken apart into the terms a person can add up.
 * Everything is read from the values that the model computed; `checkChain` multiplies them out again.
 */
import type { Explanation, ModulationDetail } from '../../workers/protocol';

/** A product that is one term of a sum. */
export interface Term {
  index: number;
  left: number;
  right: number;
  product: number;
}

const products = (left: Float32Array, right: Float32Array): Term[] =>
  Array.from(left, (value, index) => ({
    index,
    left: value,
    right: right[index],
    product: value * right[index],
  }));

/** Largest contribution first. */
export const byWeight = (terms: readonly Term[]): Term[] =>
  [...terms].sort((a, b) => Math.abs(b.product) - Math.abs(a.product));

/** `w_k h_k`: what each unit of the last layer adds to the score. */
export const readoutTerms = ({ readout }: Explanation): Term[] =>
  products(readout.weight, readout.features);

/** `offset + kernel + w . h + b` */
export const readoutTotal = (explanation: Explanation): number =>
  readoutTerms(explanation).reduce((sum, term) => sum + term.product, 0) +
  explanation.readout.bias +
  explanation.readout.kernel +
  explanation.readout.offset;

/** `C_d x_d`: where taste and movie meet; only the dot hybrid is such a product. */
export const hybridTerms = ({ context, candidate }: Explanation): Term[] =>
  context.length === candidate.length ? products(context, candidate) : [];

/** True when the hybrid context is the product of context and candidate (equation 8, dot). */
export const isProduct = (explanation: Explanation): boolean =>
  hybridTerms(explanation).length === explanation.hybrid.length &&
  hybridTerms(explanation).every((t) => near(t.product, explanation.hybrid[t.index]));

/** How an encoder makes one context of many pair vectors. */
export type Pooling = 'mean' | 'max';

/**
 * Per support pair, what it gives to dimension `d` of the context: its share of the mean, or its
 * value where the largest counts. Null when the encoder does not look at pairs one by one.
 */
export function contextTerms(
  { encoded }: Explanation,
  d: number,
  pooling: Pooling = 'mean',
): number[] | null {
  return encoded && encoded.map((pair) => pair[d] / (pooling === 'mean' ? encoded.length : 1));
}

/** Dimension `d` of the context, made again from the pairs' terms and the prototype residual. */
export function pooled(explanation: Explanation, d: number, pooling: Pooling = 'mean'): number {
  const terms = contextTerms(explanation, d, pooling) ?? [];
  const together = pooling === 'mean' ? sum(terms) : Math.max(...terms);
  return together + (explanation.prototype?.[d] ?? 0);
}

/** One unit's way through a modulated layer. */
export type UnitStep =
  | {
      kind: 'film';
      linear: number;
      gamma: number;
      beta: number;
      modulated: number;
      activated: number;
    }
  | { kind: 'sigmoid'; linear: number; gate: number; modulated: number; activated: number }
  | { kind: 'plain'; linear: number; modulated: number; activated: number }
  | { kind: 'soft'; sources: { activated: number; route: number }[]; modulated: number };

/** Unit `k` of layer `l`; with soft modularization, unit `k` of target module `target`. */
export function unitStep(explanation: Explanation, l: number, k: number, target = 0): UnitStep {
  const { modulation, layers } = explanation;
  const { linear, modulated, activated } = layers[l];
  if (modulation.kind === 'soft') {
    const { sources, targets, weights } = modulation.routes[l];
    const width = activated.length / sources;
    return {
      kind: 'soft',
      sources: Array.from({ length: sources }, (_, s) => ({
        activated: activated[s * width + k],
        route: weights[s * targets + target],
      })),
      modulated: modulated[target * width + k],
    };
  }
  const common = { linear: linear[k], modulated: modulated[k], activated: activated[k] };
  if (modulation.kind === 'film') {
    return { kind: 'film', ...common, gamma: modulation.gamma[l][k], beta: modulation.beta[l][k] };
  }
  if (modulation.kind === 'sigmoid') {
    return { kind: 'sigmoid', ...common, gate: modulation.gate[l][k] };
  }
  return { kind: 'plain', ...common };
}

/** What `modulated` should be, from the other numbers of the step. */
export function recomputed(step: UnitStep): number {
  switch (step.kind) {
    case 'film':
      return step.gamma * step.linear + step.beta;
    case 'sigmoid':
      return step.gate * step.linear;
    case 'plain':
      return step.linear;
    case 'soft':
      return step.sources.reduce((sum, source) => sum + source.route * source.activated, 0);
  }
}

/** Units of a layer, and target modules they come in. */
export function layerSize(
  modulation: ModulationDetail,
  layer: Explanation['layers'][number],
  l: number,
): { units: number; targets: number } {
  if (modulation.kind !== 'soft') return { units: layer.linear.length, targets: 1 };
  const { sources, targets } = modulation.routes[l];
  return { units: layer.activated.length / sources, targets };
}

/** Largest error of each stage when its values are multiplied out again. */
export interface ChainCheck {
  score: number;
  layers: number;
  hybrid: number;
  context: number;
}

export function checkChain(explanation: Explanation, pooling: Pooling = 'mean'): ChainCheck {
  const { layers, modulation, context, encoded } = explanation;
  let layerError = 0;
  layers.forEach((layer, l) => {
    const { units, targets } = layerSize(modulation, layer, l);
    for (let target = 0; target < targets; target++) {
      for (let k = 0; k < units; k++) {
        const step = unitStep(explanation, l, k, target);
        layerError = Math.max(layerError, Math.abs(recomputed(step) - step.modulated));
      }
    }
  });
  const contextError = encoded
    ? Math.max(
        0,
        ...Array.from(context, (value, d) => Math.abs(pooled(explanation, d, pooling) - value)),
      )
    : 0;
  const hybridError = isProduct(explanation)
    ? Math.max(
        0,
        ...hybridTerms(explanation).map((t) => Math.abs(t.product - explanation.hybrid[t.index])),
      )
    : 0;
  return {
    score: Math.abs(readoutTotal(explanation) - explanation.score),
    layers: layerError,
    hybrid: hybridError,
    context: contextError,
  };
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** Equal within what float32 leaves of a product. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b));
