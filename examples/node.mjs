/**
 * Train, adapt, recommend, in Node:
 *
 *     npm run build:library
 *     npm install --prefix examples ./dist-library   # not needed inside this repository
 *     node examples/node.mjs [STEPS]
 *
 * The data are a made-up shop; yours go in the same way (`docs/library.md`).
 */
import { setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { buildDataset, generatedDomain, inMemory } from 'cmml-explorable/data';
import { installKernels, recommend, trainCmml } from 'cmml-explorable/model';

const steps = Number(process.argv[2] ?? 300);
const seed = 1;

await setBackend('wasm');
await installKernels();

const dataset = inMemory(buildDataset(generatedDomain(seed), { seed }), 'A made-up shop', seed);
const { users, movies, scenarios } = dataset;
console.log(`${users} shoppers, ${movies.count} things, ${scenarios.length} themes`);

// Train once. The anonymous setting has no user part: it is for people the model has never seen.
const model = await trainCmml(
  { dataset, setting: 'anonymous', treatment: 'plain', seed, steps },
  { encoder: 'mean', hybrid: 'dot', modulation: 'film' },
);

// Adapt: a support set of three likes is all that is known of a newcomer. No gradient step.
const held = scenarios.filter(({ fold }) => fold === 'metaTest');
for (const { name, items } of held) {
  const support = Array.from(items.slice(0, 3), (item) => ({ user: -1, item, label: 1 }));
  const best = await recommend(model, support, movies.id.keys(), { count: 10 });
  const hits = best.filter(({ item }) => items.includes(item)).length;
  console.log(`\nLikes ${support.map(({ item }) => movies.title[item]).join('; ')}`);
  console.log(`${hits} of the 10 best are ${name}:`);
  for (const { item, score } of best) console.log(`  ${score.toFixed(2)}  ${movies.title[item]}`);
}
model.dispose();
