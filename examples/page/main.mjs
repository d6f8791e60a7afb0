/** Train, adapt, recommend, in a page: `npm run build:library`, then `npx vite examples/page`. */
import { setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { buildDataset, generatedDomain, inMemory } from 'cmml-explorable/data';
import { installKernels, recommend, trainCmml } from 'cmml-explorable/model';

const STEPS = 300;
const seed = 1;
const at = (id) => document.getElementById(id);

// tfjs takes the fastest that the browser has. Training that takes longer belongs into a worker.
setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threaded,
});
await setBackend('wasm');
await installKernels();

const dataset = inMemory(buildDataset(generatedDomain(seed), { seed }), 'A made-up shop', seed);
const { movies } = dataset;

const model = await trainCmml(
  {
    ...{ dataset, setting: 'anonymous', treatment: 'plain', seed, steps: STEPS },
    onProgress(step, loss) {
      at('state').textContent = `Training: step ${step} of ${STEPS}, loss ${loss.toFixed(2)}`;
      return new Promise((resolve) => setTimeout(resolve));
    },
  },
  { encoder: 'mean', hybrid: 'dot', modulation: 'film' },
);
at('state').textContent = `Trained in ${STEPS} steps on ${dataset.users} shoppers`;

const list = (id, lines) =>
  at(id).replaceChildren(
    ...lines.map((text) => Object.assign(document.createElement('li'), { textContent: text })),
  );
const likes = [movies.title.findIndex((title) => title.startsWith('Baking'))];

async function show() {
  const support = likes.map((item) => ({ user: -1, item, label: 1 }));
  const best = await recommend(model, support, movies.id.keys());
  list(
    'likes',
    likes.map((item) => movies.title[item]),
  );
  list(
    'best',
    best.map(({ item, score }) => `${movies.title[item]} (${score.toFixed(2)})`),
  );
}

at('add').append(new Option('Choose', ''), ...movies.title.map((title, i) => new Option(title, i)));
at('add').addEventListener('change', ({ target }) => {
  if (target.value === '' || likes.includes(Number(target.value))) return;
  likes.push(Number(target.value));
  void show();
});
await show();
