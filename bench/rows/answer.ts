/** The answer to an edit by the shipped models: adaptation with the likeliest 500 candidates, and all of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { adapt } from '../../app/workers/adapter/adapt';
import { AdapterModel } from '../../app/workers/adapter/adapter-model';
import { firstCandidates } from '../../app/workers/adapter/first-candidates';
import { Reading } from '../../app/workers/model/reading';
import { setUpModel } from '../../app/workers/model/model-setup';
import type { ModulationKind } from '../../src/model/types';
import { useBackend } from '../../scripts/lib/backend';
import { loadBundledDataset, REPOSITORY } from '../../scripts/lib/dataset';
import { inTurns } from '../measure';
import { row, type Benchmark, type Row } from '../row';

/** Processor ms on a quiet core. */
const LIMITS = { first: 1.5, all: 9 };
const LIKES = [10, 33, 44, 50, 66, 100, 500, 900].map((item) => ({ item, label: 1 }));

export const answer: Benchmark = {
  name: 'answer',
  about: 'processor time of an answer by the shipped models: 500 candidates, all, the whole edit',
  async run({ quick }) {
    await useBackend('wasm');
    const dataset = await loadBundledDataset();
    const rows: Row[] = [];
    for (const modulation of ['film', 'soft'] as const)
      rows.push(...(await ofModel(modulation, dataset, quick ? 40 : 150)));
    return rows;
  },
};

async function ofModel(
  modulation: ModulationKind,
  dataset: Awaited<ReturnType<typeof loadBundledDataset>>,
  rounds: number,
): Promise<Row[]> {
  const variant = { setting: 'scenario', encoder: 'mean', hybrid: 'dot', modulation } as const;
  const { config, data, flat } = await setUpModel(dataset, variant, 0, readPublic);
  const reading = new Reading(config, data.pack, dataset.movies.count);
  const model = new AdapterModel(reading, flat);
  const items = firstCandidates(reading.candidates, data.pairDim, null, null);
  const picked = model.pick(items);
  const scored = (pairs: readonly tf.Tensor3D[]) => () => {
    const encoded = model.encode([LIKES]);
    for (const slice of pairs) tf.tidy(() => void model.predict(encoded, slice).scores.dataSync());
    tf.dispose(encoded);
  };
  const job = { yieldToMessages: async () => undefined, first: () => undefined };
  const question = { support: LIKES, select: null, interventions: undefined, first: true };
  const times = await inTurns(
    {
      first: scored([picked]),
      all: scored(model.rows()),
      edit: () => adapt(model, question, async () => null, job),
    },
    rounds,
    30,
  );
  picked.dispose();
  model.dispose();
  return [
    row(`${modulation}: adaptation and 500 candidates`, times.first, 'ms', { limit: LIMITS.first }),
    row(`${modulation}: adaptation and all ${reading.items}`, times.all, 'ms', { limit: LIMITS.all }), // prettier-ignore
    row(`${modulation}: whole edit, with ranking and choice of the 500`, times.edit, 'ms'),
  ];
}

/** A file of the page's own folder. */
async function readPublic(file: string): Promise<ArrayBuffer> {
  return Uint8Array.from(readFileSync(path.join(REPOSITORY, 'public', file))).buffer;
}
