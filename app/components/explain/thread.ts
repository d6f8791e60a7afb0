/**
 * One thread from the score back to the support pairs: which cell of each stage is taken apart. The
 * visitor may choose any; where nothing was chosen it is the one that matters most to the stage above.
 */
import type { Explanation } from '../../protocol/explanation';
import { featureOf } from './attention';
import { hybridKind, layerSize, layerSum, readoutSum, unitStep } from './chain';
import { generatedRows, makingOf, type Place } from './generated';
import { heaviest, joined, linearSum } from './sums';

export interface Thread {
  /** Cell by layer of the backbone (`layerSize`). */
  layers: number[];
  generated: Place;
  /** Unit by layer of the trunk, down to the first from the one that the head reads. */
  trunk: number[];
  /** Value of the hybrid context. */
  hybrid: number;
  /** Hybrid `mlp`: unit of its hidden layer. */
  mixing: number;
  /** Value of the context and of the movie. */
  context: number;
  /** `weighted` encoder: units of the movie's hidden layer and embedding. */
  embedding: [number, number];
}

/** What the visitor chose. Choosing anew higher up lets go of what was chosen below. */
export type Choice = {
  layers?: (number | undefined)[];
  generated?: Place;
  trunk?: (number | undefined)[];
  hybrid?: number;
  mixing?: number;
  context?: number;
  embedding?: (number | undefined)[];
};

export function followThread(explanation: Explanation, choice: Choice): Thread {
  const layers = followLayers(explanation, choice.layers ?? []);
  const generated =
    choice.generated ?? generatedFor(explanation, layers.length - 1, layers.at(-1)!);
  const trunk = followTrunk(explanation, generated, choice.trunk ?? []);
  const hybrid = choice.hybrid ?? hybridFor(explanation, trunk[0]);
  const mixing = choice.mixing ?? mixingFor(explanation, hybrid);
  const context = choice.context ?? contextFor(explanation, hybrid, mixing);
  return {
    layers,
    generated,
    trunk,
    hybrid,
    mixing,
    context,
    embedding: followEmbedding(explanation, context, choice.embedding ?? []),
  };
}

/** From the readout down: the cell whose part in the chosen one above is largest. */
function followLayers(explanation: Explanation, chosen: (number | undefined)[]): number[] {
  const { layers, modulation } = explanation;
  const followed: number[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const { units, targets } = layerSize(modulation, layers[l], l);
    const natural =
      l === layers.length - 1
        ? heaviest(readoutSum(explanation))
        : heaviestBelow(explanation, l + 1, followed[l + 1], units);
    followed[l] = Math.min(chosen[l] ?? natural, units * targets - 1);
  }
  return followed;
}

/** The cell of layer `l - 1` that gives most to cell `cell` of layer `l`. */
function heaviestBelow(
  explanation: Explanation,
  l: number,
  cell: number,
  unitsBelow: number,
): number {
  if (explanation.modulation.kind !== 'soft') return heaviest(layerSum(explanation, l, cell));
  const { units } = layerSize(explanation.modulation, explanation.layers[l], l);
  const step = unitStep(explanation, l, cell % units, Math.floor(cell / units));
  if (step.kind !== 'soft') return 0;
  const parts = step.sources.map(({ route, activated }) => Math.abs(route * activated));
  const module = parts.indexOf(Math.max(...parts));
  const sum = layerSum(explanation, l, module * units + (cell % units));
  return module * unitsBelow + heaviest(sum);
}

/** The number that modulates a cell of layer `l`; of routes, the widest into its module. */
export function generatedFor(explanation: Explanation, l: number, cell: number): Place {
  const { modulation, layers } = explanation;
  if (modulation.kind === 'soft') {
    const { sources, targets, weights } = modulation.routes[l];
    const target = Math.floor(cell / layerSize(modulation, layers[l], l).units);
    const into = Array.from({ length: sources }, (_, s) => weights[s * targets + target]);
    return { row: l, index: into.indexOf(Math.max(...into)) * targets + target };
  }
  const row = generatedRows(modulation).findIndex(
    ({ target, layer }) => target === 'weight' || layer === l,
  );
  return { row: Math.max(0, row), index: cell };
}

function followTrunk(
  explanation: Explanation,
  place: Place,
  chosen: (number | undefined)[],
): number[] {
  const making = makingOf(explanation, place);
  const { hypernetwork } = explanation;
  if (!making || !hypernetwork) return [0];
  const followed: number[] = [];
  for (let l = making.head.trunk; l >= 0; l--) {
    const layer = hypernetwork.trunk[l + 1];
    const above =
      l === making.head.trunk
        ? making.sum
        : linearSum(hypernetwork.trunk[l].output, layer, followed[l + 1]);
    followed[l] = chosen[l] ?? heaviest(above);
  }
  return followed;
}

/** The value of the hybrid context that gives most to a unit of the first trunk layer. */
function hybridFor({ hypernetwork, hybrid }: Explanation, unit: number): number {
  if (!hypernetwork) return 0;
  const { perTask, trunk } = hypernetwork;
  const sum = linearSum(joined(perTask, hybrid), trunk[0], unit);
  return heaviest(sum, (index) => index >= perTask.length) - perTask.length;
}

function mixingFor({ mixing }: Explanation, value: number): number {
  if (mixing.length === 0) return 0;
  return heaviest(linearSum(mixing[0].output, mixing[1], value));
}

/** The value of the context that the hybrid's speaks of. */
function contextFor(explanation: Explanation, value: number, unit: number): number {
  const { mixing, context, movie } = explanation;
  const kind = hybridKind(explanation);
  if (kind === 'attention') return featureOf(explanation, value);
  if (kind !== 'mlp') return value;
  const sum = linearSum(joined(context, movie), mixing[0], unit);
  return heaviest(sum, (index) => index < context.length);
}

function followEmbedding(
  { embedding }: Explanation,
  value: number,
  chosen: (number | undefined)[],
): [number, number] {
  if (embedding.length === 0) return [0, 0];
  const [hidden, plain, key] = embedding;
  const second = chosen[1] ?? heaviest(linearSum(plain.output, key, value));
  const first = chosen[0] ?? heaviest(linearSum(hidden.output, plain, second));
  return [first, second];
}
