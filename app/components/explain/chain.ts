/**
 * The arithmetic between a support set and one score, taken apart into the terms a person can add up.
 * Everything is read from the values that the model computed; `check.ts` multiplies them out again.
 */
import type { Explanation } from '../../protocol/explanation';
import type { ModulationDetail } from '../../protocol/vocabulary';
import { linearSum, products, totalOf, type Sum, type Term } from './sums';

/** `w_k h_k` and the bias: what each unit of the last layer adds to the score. */
export const readoutSum = ({ readout }: Explanation): Sum => ({
  terms: products(readout.weight, readout.features),
  bias: readout.bias,
});

/** What the hybrid context adds to the score without the backbone: the `weighted` encoder's kernel. */
export const kernelTerms = ({ readout, hybrid }: Explanation): Term[] =>
  readout.kernel ? products(readout.kernel, hybrid) : [];

/** `offset + kernel + w . h + b` */
export const readoutTotal = (explanation: Explanation): number =>
  totalOf(readoutSum(explanation)) +
  totalOf({ terms: kernelTerms(explanation), bias: explanation.readout.offset });

/** Cells of a layer: its units, or with soft modularization the units of all target modules. */
export function layerSize(
  modulation: ModulationDetail,
  layer: Explanation['layers'][number],
  l: number,
): { units: number; targets: number } {
  if (modulation.kind !== 'soft') return { units: layer.linear.length, targets: 1 };
  const { sources, targets } = modulation.routes[l];
  return { units: layer.activated.length / sources, targets };
}

/**
 * The sum behind `linear[index]` of layer `l`. With soft modularization `index` is that of a unit of
 * a module, which reads what was routed to its module (in the first layer: what all read).
 */
export function layerSum(
  { layers, modulation, input }: Explanation,
  l: number,
  index: number,
): Sum {
  const layer = layers[l];
  const before = l === 0 ? input : layers[l - 1];
  if (modulation.kind !== 'soft') {
    return linearSum(l === 0 ? input : layers[l - 1].activated, layer, index);
  }
  const units = layer.activated.length / modulation.routes[l].sources;
  const module = Math.floor(index / units);
  const inputs = layer.weight.length / layer.linear.length;
  const own = {
    weight: layer.weight.subarray(module * inputs * units, (module + 1) * inputs * units),
    bias: layer.bias.subarray(module * units, (module + 1) * units),
  };
  const read =
    before instanceof Float32Array
      ? before
      : before.modulated.subarray(module * inputs, (module + 1) * inputs);
  return linearSum(read, own, index % units);
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
  switch (modulation.kind) {
    case 'film': {
      const [gamma, beta] = [modulation.gamma[l][k], modulation.beta[l][k]];
      return { kind: 'film', ...common, gamma, beta };
    }
    case 'sigmoid':
      return { kind: 'sigmoid', ...common, gate: modulation.gate[l][k] };
    case 'linear':
    case 'none':
      return { kind: 'plain', ...common };
  }
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

/** How the hybrid context came about (equation 8): a product, the context alone, two layers, or attention. */
export function hybridKind({ mixing, movie, context, hybrid, attention }: Explanation) {
  if (attention) return 'attention';
  if (mixing.length > 0) return 'mlp';
  return hybrid.every((value, d) => near(value, context[d] * movie[d])) ? 'dot' : 'none';
}

/** `C_d x_d`: where taste and movie meet. */
export const hybridTerms = ({ context, movie }: Explanation): Term[] => products(context, movie);

/** Equal within what float32 leaves of a product. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b));
