/**
 * `npm run record-shelf`: the twelve films that a first-time visitor may pick from. Of the films that
 * most people have rated, those that lie farthest apart on the context map: each film alone is given
 * to the shipped checkpoint, through the adapter's own code, and its place is where the map has it.
 * Writes `public/recorded/shelf.json`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { ShelfSchema, type Shelf } from '../app/components/opening/shelf-format';
import { DEFAULT_VARIANT } from '../app/store/model';
import { nodeAdapter, currentCommit, round } from './lib/adapter';
import { useBackend } from './lib/backend';
import { loadBundledDataset, REPOSITORY } from './lib/dataset';
import { farApart } from './lib/far-apart';

const SEED = 0;
const FILMS = 12;
/** Ratings of a film that counts as known: one in eight people of the data has rated it. */
const KNOWN_RATINGS = 84;

async function record(): Promise<Shelf> {
  await useBackend('wasm');
  const dataset = await loadBundledDataset();
  const ask = nodeAdapter(dataset);
  const variant = { setting: 'scenario' as const, ...DEFAULT_VARIANT.scenario };
  const model = await ask('load', { variant, seed: SEED });
  if (!model.provenance) throw new Error('no checkpoint ships for the scenario setting');
  await ask('map', { projection: 'linear', keepBasis: false });

  const ratings = new Uint32Array(dataset.movies.count);
  for (const item of dataset.ratings.item) ratings[item]++;
  const known = Array.from(ratings.keys())
    .filter((item) => ratings[item] >= KNOWN_RATINGS)
    .sort((a, b) => ratings[b] - ratings[a] || a - b);
  const points: [number, number][] = [];
  for (const item of known) {
    const alone = await ask('adapt', { support: [{ item, label: 1 }], select: null });
    if (!alone.point) throw new Error('an answer has no place on the map');
    points.push(alone.point);
  }
  const { id, title, year, genres } = dataset.movies;
  return {
    formatVersion: 1,
    made: {
      command: 'npm run record-shelf',
      commit: currentCommit(),
      date: new Date().toISOString(),
      dataset: dataset.manifest.name,
      checkpoint: model.provenance.command,
    },
    known: known.length,
    films: farApart(points, FILMS).map((k) => {
      const item = known[k];
      return {
        id: id[item],
        title: title[item],
        year: year[item] || null,
        genres: genres[item],
        ratings: ratings[item],
        point: [round(points[k][0]), round(points[k][1])],
      };
    }),
  };
}

const shelf = v.parse(ShelfSchema, await record());
const folder = path.join(REPOSITORY, 'public', 'recorded');
await mkdir(folder, { recursive: true });
const text = `${JSON.stringify(shelf)}\n`;
await writeFile(path.join(folder, 'shelf.json'), text);
console.log(`public/recorded/shelf.json: ${text.length} bytes, of ${shelf.known} known films:`);
for (const { title, year } of shelf.films) console.log(`  ${title} (${year})`);
