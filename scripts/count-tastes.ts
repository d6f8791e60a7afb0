/**
 * `npx tsx scripts/count-tastes.ts`: how many of the scene's first twenty are of two tastes, and of the one with fewer, for
 * one vector, attention and equal weights, over pairs of distant scenarios and support sets of several sizes.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LIST, sharesOf, tasteOf } from '../app/components/tastes/tastes';
import { createCatalogue } from '../app/store/catalogue';
import { TwoTastes } from '../app/workers/adapter/two-tastes';
import { areFar } from '../src/data/families/themes';
import { createRandom, sampleWithoutReplacement } from '../src/data/random';
import type { Scenario } from '../src/data/types';
import { useBackend } from './lib/backend';
import { loadBundledDataset, REPOSITORY } from './lib/dataset';

/** Films are drawn among the first so many: ones that people know. */
const KNOWN = 800;
const SIZES = [4, 8, 16];
const READERS = ['one vector', 'attention', 'equal weights'] as const;

await useBackend('wasm');
const dataset = await loadBundledDataset();
const catalogue = createCatalogue(dataset.movies, dataset.scenarios);
const scene = new TwoTastes({ items: dataset }, async (file) => {
  const bytes = await readFile(path.join(REPOSITORY, 'public', file));
  return new Uint8Array(bytes).buffer;
});
const plain = dataset.scenarios.filter(({ decade }) => decade === undefined);
const pairs = plain.flatMap((a, n) => plain.slice(n + 1).filter((b) => areFar(a, b)).map((b) => ({ a, b }))); // prettier-ignore

for (const films of SIZES) {
  const random = createRandom(films);
  const draw = (own: Scenario, other: Scenario) => {
    const others = catalogue.itemsOf(other);
    const known = Array.from(own.items).filter((item) => item < KNOWN && !others.has(item));
    return sampleWithoutReplacement(random, known, films);
  };
  const chosen = sampleWithoutReplacement(random, pairs, 50);
  const sums = READERS.map(() => ({ smaller: 0, inside: 0 }));
  for (const pair of chosen) {
    const items = [...draw(pair.a, pair.b), ...draw(pair.b, pair.a)];
    const support = items.map((item) => ({ item, label: 1 }));
    const ask = (sharpness: number) =>
      scene.answer({ support, count: LIST, sharpness }, () => Promise.resolve());
    const learned = await ask(1);
    const alike = await ask(0);
    const taste = tasteOf(catalogue, pair);
    [learned.vector, learned.attention, alike.attention].forEach((list, reader) => {
      const { a, b } = sharesOf(list, taste);
      sums[reader].smaller += Math.min(a, b);
      sums[reader].inside += Array.from(list).filter((item) => taste(item) !== 'neither').length;
    });
  }
  READERS.forEach((reader, r) => {
    const mean = (sum: number) => (sum / chosen.length).toFixed(1);
    const { smaller, inside } = sums[r];
    console.log(
      `${films} films of each, ${chosen.length} pairs, ${reader}: in either ${mean(inside)}, of the smaller ${mean(smaller)}`,
    );
  });
}
