/**
 * The ranking on the page as a program of one's own, in PyTorch and in Node: it loads the exported run,
 * ranks for the present support set, and says how far it is from what the page shows.
 */
import type { AppState } from '../../store/state';
import { isOwn } from '../../storage/names';

export const PROGRAMS = { python: 'cmml-ranking.py', node: 'cmml-ranking.mjs' } as const;
export type ProgramKind = keyof typeof PROGRAMS;

/** What a program is made of. */
export interface Shown {
  /** Name of the data set, a folder of the page. */
  data: string;
  /** Address of that folder. */
  address: string;
  support: readonly { id: number; label: number; title: string }[];
  /** The best films on the page, best first. */
  first: readonly { id: number; score: number }[];
}

/**
 * Why there is no program: the data are this browser's, something is overridden, no whole answer is there, or
 * training goes on, so that the ranking is of another step than a file that is saved next.
 */
export type Hindrance = 'own' | 'intervened' | 'not-yet' | 'training';

const FIRST = 20;
const DIGITS = 7;
const A_LINE = 4;

/** @param base address of the page's folder */
export function shownOf(state: AppState, data: string, base: string): Shown | Hindrance {
  const { catalogue, answer, interventions, setting } = state;
  if (isOwn(data)) return 'own';
  if (interventions || answer?.interventions) return 'intervened';
  if (state.mode !== 'pause') return 'training';
  const isWhole = answer?.adaptation.complete && !state.waiting && answer.setting === setting;
  if (!catalogue || !answer || !isWhole) return 'not-yet';
  const { id, title } = catalogue.movies;
  const { order, scores } = answer.adaptation;
  const { items } = answer.support;
  const hidden = new Set(items.map(({ item }) => item));
  const best = [...order].filter((item) => !hidden.has(item)).slice(0, FIRST);
  return {
    data,
    address: new URL(`datasets/${data}/`, base).href,
    support: items.map(({ item, label }) => ({ id: id[item], label, title: title[item] })),
    first: best.map((item) => ({ id: id[item], score: Number(scores[item].toPrecision(DIGITS)) })),
  };
}

/**
 * A string that JavaScript and Python both read as `text`, wherever the program is put: no line ends,
 * no `<` that could close a script, and halves of a character stay halves.
 */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[<>\u007f-\u009f\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export const programOf = (kind: ProgramKind, shown: Shown): string =>
  kind === 'python' ? inPython(shown) : inNode(shown);

/** Pairs of the first films, a few a line. */
function pairs({ first }: Shown, [open, close]: string, indent: string): string {
  const all = first.map(({ id, score }) => `${open}${id}, ${score}${close},`);
  const lines = Array.from({ length: Math.ceil(all.length / A_LINE) }, (_, k) =>
    all.slice(k * A_LINE, (k + 1) * A_LINE).join(' '),
  );
  return lines.map((line) => `${indent}${line}\n`).join('');
}

const support = ({ support }: Shown, [open, close]: string, indent: string): string =>
  support
    .map(({ id, label, title }) => `${indent}${open}${id}, ${label}, ${quoted(title)}${close},\n`)
    .join('');

const inPython = (shown: Shown): string => `\
# A ranking of the CMML Explorable in PyTorch.
#
#     python3 ${PROGRAMS.python} [RUN [DATA]]
#
# Put beside it: cmml.py and catalogue.py, from the folder python/ of the project, and the run, which the page's
# "Export as a file" gives. DATA is the folder public/datasets/${shown.data} of the project. The page has its files at
# ${shown.address} (manifest.json, movies.bin, factors.bin, ratings.bin, users.bin);
# LICENCE.txt there says what they may be used for.
import sys

from catalogue import Catalogue
from cmml import load

RUN = sys.argv[1] if len(sys.argv) > 1 else "cmml-run.safetensors"
DATA = sys.argv[2] if len(sys.argv) > 2 else ${quoted(`public/datasets/${shown.data}`)}
# Film, label (1 liked, 0 not; or stars), title.
SUPPORT = [
${support(shown, '()', '    ')}]
# Films and scores as the page had them.
PAGE = [
${pairs(shown, '()', '    ')}]

films = Catalogue(DATA)
best = films.rank(load(RUN), [(film, label) for film, label, _ in SUPPORT])[: len(PAGE)]
for rank, (film, score) in enumerate(best, 1):
    print(f"{rank:2d} {score:10.6f}  {films.title[films.index[film]]}")
scores = dict(best)
off = max(abs(scores.get(film, float("inf")) - score) for film, score in PAGE)
print(f"Largest difference from the page: {off:.1e}")
`;

const inNode = (shown: Shown): string => `\
// A ranking of the CMML Explorable in Node.
//
//     node ${PROGRAMS.node} [RUN [DATA]]
//
// Once, beside it: npm install PROJECT/dist-library @tensorflow/tfjs-core@4.22 @tensorflow/tfjs-backend-wasm@4.22
// ("npm run build:library" in the project makes dist-library). RUN is what the page's "Export as a file" gives.
// DATA is the folder public/datasets/${shown.data} of the project. The page has its files at
// ${shown.address} (manifest.json, movies.bin, scenarios.json, factors.bin,
// ratings.bin, users.bin); LICENCE.txt there says what they may be used for.
import { readFile } from 'node:fs/promises';
import { setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { loadDataset } from 'cmml-explorable/data';
import * as cmml from 'cmml-explorable/model';

const [RUN = 'cmml-run.safetensors', DATA = ${quoted(`public/datasets/${shown.data}`)}] = process.argv.slice(2);
// Film, label (1 liked, 0 not; or stars), title.
const SUPPORT = [
${support(shown, '[]', '  ')}];
// Films and scores as the page had them.
const PAGE = [
${pairs(shown, '[]', '  ')}];

await setBackend('wasm');
const dataset = await loadDataset(async (file) => new Uint8Array(await readFile(\`\${DATA}/\${file}\`)).buffer);
const { id, title } = dataset.movies;
const { config, provenance, flat } = await cmml.decodeSafetensors(await readFile(RUN));
const data = cmml.settingData(dataset, provenance.setting, provenance.treatment, 0, config.hybrid);
const parameters = new cmml.ParameterSet(cmml.parameterSpecs(config), flat);
const model = cmml.cmmlRecommender(config, parameters, data);
const support = SUPPORT.map(([film, label]) => ({ user: -1, item: id.indexOf(film), label }));
const best = await cmml.recommend(model, support, id.keys(), { count: PAGE.length });
best.forEach(({ item, score }, k) => {
  console.log(\`\${String(k + 1).padStart(2)} \${score.toFixed(6).padStart(10)}  \${title[item]}\`);
});
const scores = new Map(best.map(({ item, score }) => [id[item], score]));
const off = Math.max(...PAGE.map(([film, score]) => Math.abs((scores.get(film) ?? Infinity) - score)));
console.log(\`Largest difference from the page: \${off.toExponential(1)}\`);
`;
