/** The numbers that the hypernetwork generated, and the sums that it made them of. */
import type { ExplainedHead, Explanation } from '../../protocol/explanation';
import type { CellOverride, Interventions, ModulationDetail } from '../../protocol/vocabulary';
import { cellRows } from '../film-view/rows';
import { linearSum, totalOf, type Sum } from './sums';

/** One vector of generated numbers; of routes `[sources, targets]` into a layer. */
export interface GeneratedRow {
  target: CellOverride['target'] | 'route';
  layer: number;
  values: Float32Array;
}

/** One generated number. */
export interface Place {
  row: number;
  index: number;
}

export function generatedRows(modulation: ModulationDetail): GeneratedRow[] {
  if (modulation.kind !== 'soft') return cellRows(modulation);
  return modulation.routes.map(({ weights }, layer) => ({
    target: 'route',
    layer,
    values: weights,
  }));
}

/** How a generated number was made. */
export interface Making {
  head: ExplainedHead;
  /** Over the units of the head's trunk layer. */
  sum: Sum;
  /** Routes: the sums of all sources of the same target, of which the softmax is taken. */
  logits: number[] | null;
  /** What came out; the backbone used another number where the visitor overrides it. */
  made: number;
}

/** @returns null where nothing is generated */
export function makingOf(explanation: Explanation, { row, index }: Place): Making | null {
  const { hypernetwork, modulation } = explanation;
  const { target, layer } = generatedRows(modulation)[row] ?? {};
  const wanted = target === 'bias' ? 'weight' : target;
  const head = hypernetwork?.heads.find((own) => own.target === wanted && own.layer === layer);
  if (!hypernetwork || !head) return null;
  const input = hypernetwork.trunk[head.trunk].output;
  // The bias is the last number that the head of the generated layer gives.
  const output = target === 'bias' ? head.bias.length - 1 : index;
  const sum = linearSum(input, head, output);
  const own = totalOf(sum);
  if (modulation.kind === 'soft') {
    const { sources, targets } = modulation.routes[head.layer];
    const logits = Array.from({ length: sources }, (_, s) =>
      totalOf(linearSum(input, head, s * targets + (index % targets))),
    );
    return { head, sum, logits, made: softmax(logits)[Math.floor(index / targets)] };
  }
  return { head, sum, logits: null, made: target === 'gate' ? 1 / (1 + Math.exp(-own)) : own };
}

function softmax(values: readonly number[]): number[] {
  const top = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - top));
  const whole = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / whole);
}

/** Whether the visitor overrides this number; overriding a route moves all the others into its target. */
export function isOverridden(
  interventions: Interventions | null,
  modulation: ModulationDetail,
  { row, index }: Place,
): boolean {
  const { target, layer } = generatedRows(modulation)[row];
  if (modulation.kind === 'soft') {
    const { targets } = modulation.routes[layer];
    return (interventions?.routes ?? []).some(
      (r) => r.layer === layer && r.target === index % targets,
    );
  }
  // Routes and generated weights have no layer that could be left unmodulated.
  if (modulation.kind !== 'linear' && interventions?.layers?.includes(layer)) return true;
  return (interventions?.cells ?? []).some(
    (cell) =>
      cell.target === target &&
      cell.unit === index &&
      (modulation.kind === 'linear' || cell.layer === layer),
  );
}
