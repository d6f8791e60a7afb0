/** Multiplies an explained chain out again, stage by stage. */
import type { ExplainedLinear, Explanation } from '../../protocol/explanation';
import type { Interventions } from '../../protocol/vocabulary';
import { hybridValue } from './attention';
import { hybridKind, hybridTerms, layerSize, layerSum, readoutTotal, recomputed, unitStep } from './chain'; // prettier-ignore
import { pooled } from './encoding';
import { generatedRows, isOverridden, makingOf } from './generated';
import { joined, linearSum, totalOf } from './sums';

/** Largest error of each stage when its values are multiplied out again. */
export interface ChainCheck {
  score: number;
  layers: number;
  generated: number;
  trunk: number;
  hybrid: number;
  embedding: number;
  context: number;
}

/** @param interventions of the visitor: the numbers that they override are not the hypernetwork's */
export function checkChain(
  explanation: Explanation,
  interventions: Interventions | null = null,
): ChainCheck {
  return {
    score: Math.abs(readoutTotal(explanation) - explanation.score),
    layers: largest(layerErrors(explanation)),
    generated: largest(generatedErrors(explanation, interventions)),
    trunk: largest(trunkErrors(explanation)),
    hybrid: largest(hybridErrors(explanation)),
    embedding: largest(embeddingErrors(explanation)),
    context: largest(contextErrors(explanation, interventions)),
  };
}

export const largestError = (check: ChainCheck): number => Math.max(...Object.values(check));

function* layerErrors(explanation: Explanation): Generator<number> {
  const { layers, modulation, readout } = explanation;
  yield* inputErrors(explanation);
  for (const [l, layer] of layers.entries()) {
    for (const [index, value] of layer.linear.entries()) {
      yield totalOf(layerSum(explanation, l, index)) - value;
    }
    const before = modulation.kind === 'soft' ? layer.linear : layer.modulated;
    for (const [k, value] of layer.activated.entries()) yield rectified(before[k], value);
    const { units, targets } = layerSize(modulation, layer, l);
    for (let target = 0; target < targets; target++) {
      for (let k = 0; k < units; k++) {
        const step = unitStep(explanation, l, k, target);
        yield recomputed(step) - step.modulated;
      }
    }
  }
  const last = layers.at(-1)!;
  yield* differences(
    modulation.kind === 'soft' ? last.modulated : last.activated,
    readout.features,
  );
  if (modulation.kind === 'linear') yield* differences(modulation.weight, readout.weight);
}

/** What the backbone reads: the movie or its embedding, and the hybrid where it reads that too. */
function* inputErrors({ input, candidate, embedding, hybrid }: Explanation): Generator<number> {
  const movie = embedding.at(-2)?.output ?? candidate;
  const both = input.length === movie.length ? movie : joined(movie, hybrid);
  yield* differences(both, input);
}

function* generatedErrors(explanation: Explanation, interventions: Interventions | null) {
  const { modulation, hypernetwork } = explanation;
  if (!hypernetwork) return;
  for (const [row, { values }] of generatedRows(modulation).entries()) {
    for (const [index, value] of values.entries()) {
      if (isOverridden(interventions, modulation, { row, index })) continue;
      yield (makingOf(explanation, { row, index })?.made ?? NaN) - value;
    }
  }
}

function* trunkErrors({ hypernetwork, hybrid }: Explanation): Generator<number> {
  if (!hypernetwork) return;
  const { perTask, trunk } = hypernetwork;
  yield* linearErrors(joined(perTask, hybrid), trunk, trunk.map(() => relu)); // prettier-ignore
}

function* hybridErrors(explanation: Explanation): Generator<number> {
  const { context, movie, hybrid, mixing } = explanation;
  switch (hybridKind(explanation)) {
    case 'mlp':
      yield* linearErrors(joined(context, movie), mixing, [relu, same]);
      yield* differences(mixing.at(-1)!.output, hybrid);
      return;
    case 'dot':
      for (const { product, index } of hybridTerms(explanation)) yield product - hybrid[index];
      return;
    case 'attention':
      for (const [index, value] of hybrid.entries()) yield hybridValue(explanation, index) - value;
      return;
    case 'none':
      yield* differences(context, hybrid);
  }
}

function* embeddingErrors({ candidate, embedding, movie }: Explanation): Generator<number> {
  if (embedding.length === 0) return yield* differences(candidate, movie);
  const [hidden] = embedding;
  for (const [unit, value] of hidden.output.entries()) {
    yield rectified(totalOf(linearSum(candidate, hidden, unit)), value);
  }
  yield* linearErrors(hidden.output, embedding.slice(1), [same, same]);
  yield* differences(embedding.at(-1)!.output, movie);
}

function* contextErrors(
  { encoding, context }: Explanation,
  interventions: Interventions | null,
): Generator<number> {
  if (!encoding) {
    // Made of no pairs it is zero; an overridden one is what the visitor chose.
    if (!interventions?.context) yield* context;
    return;
  }
  for (const [d, value] of context.entries()) yield pooled(encoding, d) - value;
}

/** Errors of layers one after another over `input`. */
function* linearErrors(
  input: Float32Array,
  layers: readonly ExplainedLinear[],
  activations: readonly ((value: number) => number)[],
): Generator<number> {
  let before = input;
  for (const [l, layer] of layers.entries()) {
    for (const [unit, value] of layer.output.entries()) {
      yield activations[l](totalOf(linearSum(before, layer, unit))) - value;
    }
    before = layer.output;
  }
}

function* differences(made: Float32Array, given: Float32Array): Generator<number> {
  for (const [k, value] of made.entries()) yield value - given[k];
}

const relu = (value: number): number => Math.max(0, value);
const same = (value: number): number => value;

/**
 * Error of an activation. For a negative input any output between the input and 0 is right: that
 * covers ReLU and LeakyReLU, whose slope the explanation does not hold.
 */
const rectified = (before: number, after: number): number =>
  before > 0 ? after - before : after > 0 || after < before ? after : 0;

/** NaN is no small error. */
function largest(errors: Iterable<number>): number {
  let worst = 0;
  for (const error of errors) worst = Math.max(worst, Number.isNaN(error) ? Infinity : Math.abs(error)); // prettier-ignore
  return worst;
}
