/** What the ranking would be with each unit of the backbone left unmodulated (batched over the units). */
import * as tf from '@tensorflow/tfjs-core';
import { modulatesUnits } from '../../../src/kinds';
import { scoreChanges, type Units } from '../../../src/model/unit-effects';
import { WorkerFailure } from '../../protocol/failure';
import type { UnitEffects, UnitEffectsQuestion } from '../../protocol/unit-effects';
import type { JobContext } from '../host/host';
import { take } from '../model/reads';
import { encodeOrOverride } from './adapt';
import type { AdapterModel } from './adapter-model';

/** How much of the ranking is compared: what a visitor sees of it. */
const FIRST = 20;
/** Units times pairs in one pass: some 15 ms of work before messages are let in. */
const PASS = 12_288;

/**
 * Each unit of every layer by itself: how many of the first 20 of the whole catalogue (without the support
 * set, as the page ranks it) others would replace, and the mean absolute change of all scores, which breaks
 * ties. One forward pass over the catalogue; the units go on from what it computed. What is overridden stays so,
 * but for the unit itself.
 *
 * @returns null where another edit was answered meanwhile: nobody waits for this one any more
 * @throws WorkerFailure `bad-request` for a model that modulates no single units
 */
export async function unitEffects(
  model: AdapterModel,
  { support, interventions }: UnitEffectsQuestion,
  { yieldToMessages }: Pick<JobContext, 'yieldToMessages'>,
): Promise<UnitEffects | null> {
  const { modulation, sizes } = model.config;
  if (!modulatesUnits(modulation)) {
    throw new WorkerFailure('bad-request', `${modulation} modulates no single units`);
  }
  const hidden = new Set(support.map(({ item }) => item));
  model.check([...hidden]);
  const { lastOrder } = model;
  const base = model.reading.base(support);
  const encoded = encodeOrOverride(model, [support], interventions);
  const now = new Head();
  let tallies: Tally[] = [];
  let before = 0;
  try {
    for (const rows of model.rows()) {
      const pass = tf.tidy(() => model.predict(encoded, rows, interventions, true));
      try {
        const scores = await take(tf.clone(pass.scores), 'scores');
        const layers = pass.intermediates.layers.length;
        if (tallies.length === 0) tallies = tallyEach(layers, sizes.width);
        const offered = [...scores.keys()].filter((k) => !hidden.has(before + k));
        const places = offered.map((k) => ({ k, item: before + k }));
        for (const { item, k } of places) {
          scores[k] += base?.[item] ?? 0;
          now.offer(item, scores[k]);
        }
        for (const units of piecesOf(layers, sizes.width, scores.length)) {
          const piece = scoreChanges(model.config, model.parameters, pass.intermediates, units);
          const changes = await take(piece, 'unit effects');
          for (let n = 0; n < units.count; n++) {
            const tally = tallies[units.layer * sizes.width + units.from + n];
            for (const { item, k } of places) {
              const change = changes[n * scores.length + k];
              tally.moved += Math.abs(change);
              tally.head.offer(item, scores[k] + change);
            }
          }
          await yieldToMessages();
          if (model.lastOrder !== lastOrder) return null;
        }
        before += scores.length;
      } finally {
        tf.dispose(pass);
      }
    }
  } finally {
    tf.dispose(encoded);
  }
  return inOrder(tallies, now, before - hidden.size, model.steps);
}

/** What was seen of one unit so far. */
interface Tally {
  layer: number;
  unit: number;
  /** Sum of the absolute changes of scores. */
  moved: number;
  head: Head;
}

const tallyEach = (layers: number, width: number): Tally[] =>
  Array.from({ length: layers * width }, (_, n) => ({
    layer: Math.floor(n / width),
    unit: n % width,
    moved: 0,
    head: new Head(),
  }));

/** All units in pieces that one pass can hold. The last layer needs no pass: it is one piece. */
function* piecesOf(layers: number, width: number, pairs: number): Generator<Units> {
  for (let layer = 0; layer < layers; layer++) {
    const step = layer === layers - 1 ? width : Math.max(1, Math.floor(PASS / pairs));
    for (let from = 0; from < width; from += step) {
      yield { layer, from, count: Math.min(step, width - from) };
    }
  }
}

/** The best `FIRST` films of those offered, in order of their index; of equal ones the first stays. */
class Head {
  readonly items: number[] = [];
  private readonly scores: number[] = [];

  offer(item: number, score: number): void {
    const { items, scores } = this;
    if (items.length === FIRST) {
      if (!(score > scores[FIRST - 1])) return;
      items.pop();
      scores.pop();
    }
    let at = scores.length;
    while (at > 0 && scores[at - 1] < score) at--;
    items.splice(at, 0, item);
    scores.splice(at, 0, score);
  }
}

function inOrder(
  tallies: readonly Tally[],
  now: Head,
  candidates: number,
  steps: number,
): UnitEffects {
  const effects = tallies.map(({ layer, unit, moved, head }) => {
    const kept = new Set(head.items);
    const replaced = now.items.filter((item) => !kept.has(item)).length;
    return { layer, unit, replaced, change: moved / candidates };
  });
  // Equal ones keep their order: layer by layer, unit by unit.
  effects.sort((a, b) => b.replaced - a.replaced || b.change - a.change);
  return {
    layer: Uint16Array.from(effects, ({ layer }) => layer),
    unit: Uint16Array.from(effects, ({ unit }) => unit),
    replaced: Uint16Array.from(effects, ({ replaced }) => replaced),
    change: Float32Array.from(effects, ({ change }) => change),
    first: now.items.length,
    candidates,
    steps,
  };
}
