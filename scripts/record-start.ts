/**
 * `npm run record-start`: what the page shows before its model has loaded. Runs the default genre's
 * adaptation through the adapter's own code and the shipped checkpoint, in Node, and writes
 * `public/recorded/start.json` with how it was made.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { DEFAULT_VARIANT } from '../app/store/model';
import { OWN_SUPPORT } from '../app/engine/genre-stream';
import { RecordedStartSchema, type RecordedStart } from '../app/engine/recorded-format';
import { movement, NEW } from '../app/store/ranking';
import { scaleOf } from '../app/store/scale';
import { DEFAULT_GENRE } from '../app/store/support';
import type { Adaptation } from '../app/protocol/adapter';
import type { Variant } from '../app/protocol/vocabulary';
import { nodeAdapter, currentCommit, round } from './lib/adapter';
import { useBackend } from './lib/backend';
import { loadBundledDataset, REPOSITORY } from './lib/dataset';

/** Rows that a tall first screen can show. */
const ROWS = 40;
/** Runs of the adaptation; the median is recorded, the first ones warm up. */
const WARM_UP = 5;
const RUNS = 15;
const SEED = 0;

const rounded = (values: Float32Array, places?: number) =>
  Array.from(values, (value) => round(value, places));

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

async function record(): Promise<RecordedStart> {
  await useBackend('wasm');
  const dataset = await loadBundledDataset();
  const ask = nodeAdapter(dataset);
  const variant: Variant = { setting: 'scenario', ...DEFAULT_VARIANT.scenario };
  const model = await ask('load', { variant, seed: SEED });
  if (!model.provenance) throw new Error('no checkpoint ships for the default variant');

  const scenario = dataset.scenarios.findIndex(({ id }) => id === DEFAULT_GENRE);
  if (scenario < 0) throw new Error(`the data set has no genre '${DEFAULT_GENRE}'`);
  const size = OWN_SUPPORT;
  const support = await ask('sample', { scenario, size, seed: SEED });

  const adapt = (pairs: typeof support, select: number | null): Promise<Adaptation> =>
    ask('adapt', { support: pairs, select });
  const unadapted = await adapt([], null);
  const hidden = new Set(support.map(({ item }) => item));
  const first = (await adapt(support, null)).order.find((item) => !hidden.has(item))!;
  const times: number[] = [];
  let answer = await adapt(support, first);
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    answer = await adapt(support, first);
    if (run >= WARM_UP) times.push(answer.cost.ms);
  }
  const map = await ask('map', { projection: 'linear', keepBasis: true });

  const { point } = answer;
  const average = new Uint32Array(0);
  const { detail } = await ask('modulationViews', { support, select: first, average });
  if (!point) throw new Error('an answer has no place on the map');
  if (detail?.modulation.kind !== 'film') throw new Error('the default variant is not FiLM');
  const { id, title, year } = dataset.movies;
  const movie = (item: number) => ({ item, title: title[item], year: year[item] || null });
  const list = answer.order.filter((item) => !hidden.has(item)).subarray(0, ROWS);
  const before = { order: unadapted.order, scores: unadapted.scores, support: [] };
  const moves = movement(list, before, hidden, null);
  const { low, high } = scaleOf(answer);
  return {
    formatVersion: 1,
    made: {
      command: 'npm run record-start',
      commit: currentCommit(),
      date: new Date().toISOString(),
      dataset: dataset.manifest.name,
      checkpoint: model.provenance.command,
    },
    variant,
    seed: SEED,
    genre: { id: DEFAULT_GENRE, name: dataset.scenarios[scenario].name },
    items: id.length,
    support: support.map(({ item, label }) => ({ ...movie(item), label })),
    ranking: Array.from(list, (item, place) => ({
      ...movie(item),
      score: round(answer.scores[item]),
      before: moves[place] === NEW ? 0 : place + 1 + moves[place],
    })),
    scale: { low: round(low), high: round(high) },
    point: [round(point[0]), round(point[1])],
    context: rounded(answer.context),
    detail: {
      item: first,
      score: round(detail.score),
      hybrid: rounded(detail.hybrid),
      gamma: detail.modulation.gamma.map((layer) => rounded(layer, 3)),
      beta: detail.modulation.beta.map((layer) => rounded(layer, 3)),
    },
    map: {
      points: rounded(map.points, 2),
      scenario: [...map.scenario],
      explained: map.explained && [round(map.explained[0]), round(map.explained[1])],
    },
    cost: { forwardPasses: answer.cost.forwardPasses, ms: round(median(times), 1) },
  };
}

const recorded = v.parse(RecordedStartSchema, await record());
const folder = path.join(REPOSITORY, 'public', 'recorded');
await mkdir(folder, { recursive: true });
const text = `${JSON.stringify(recorded)}\n`;
await writeFile(path.join(folder, 'start.json'), text);
console.log(
  `public/recorded/start.json: ${text.length} bytes, ${recorded.genre.name}, ` +
    `first ${recorded.ranking[0].title}, ${recorded.cost.ms} ms`,
);
