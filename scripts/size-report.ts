/**
 * `tsx scripts/size-report.ts`, the end of `npm run build`: what the built page weighs over the
 * wire, with gzip. Fails above its limits.
 *
 * Initial JavaScript is what `index.html` names and everything those modules import at once. Live
 * is what the visitor's first live answer needs on the default backend, wasm: the page, its style
 * and fonts, the worker with what it imports at once and the wasm backend, the default data and
 * the default checkpoint.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = path.resolve(import.meta.dirname, '../dist');
const KB = 1000;
const INITIAL_LIMIT = 200 * KB;
const LIVE_LIMIT = 900 * KB;

/** Bytes of a built file after gzip; fonts and images come packed already. */
function wireSize(file: string): number {
  const body = readFileSync(path.join(DIST, file));
  return /\.(woff2|png)$/.test(file) ? body.length : gzipSync(body).length;
}

/** Every file of `dist`, relative to it, with forward slashes. */
function filesIn(folder = ''): string[] {
  return readdirSync(path.join(DIST, folder)).flatMap((name) => {
    const file = folder ? `${folder}/${name}` : name;
    return statSync(path.join(DIST, file)).isDirectory() ? filesIn(file) : [file];
  });
}

/** Built scripts that `file` imports statically (`import ... from './x.js'`, `export ... from`). */
function staticImports(file: string): string[] {
  return namedIn(
    file,
    /(?:^|[;}\n])\s*(?:import|export)(?:[^'"();]*?from)?\s*["'`]\.\/([\w.-]+\.js)["'`]/g,
  );
}

/** Built scripts that `file` names at all: also by `import()` and as workers. */
function references(file: string): string[] {
  return namedIn(file, /["'`/]([\w.-]+\.js)["'`]/g);
}

function namedIn(file: string, pattern: RegExp): string[] {
  const text = readFileSync(path.join(DIST, file), 'utf8');
  return [...text.matchAll(pattern)]
    .map((match) => path.posix.join(path.posix.dirname(file), match[1]))
    .filter((name) => existsSync(path.join(DIST, name)));
}

/** `roots` and everything that `next` leads to from them. */
function closure(roots: string[], next: (file: string) => string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    next(file).forEach(visit);
  };
  roots.forEach(visit);
  return seen;
}

/** Scripts that `index.html` itself loads: entry modules and their preloads. */
function entryScripts(): string[] {
  const html = readFileSync(path.join(DIST, 'index.html'), 'utf8');
  const found = html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g);
  return [...found].map((match) => match[1]);
}

/**
 * Scripts that are fetched on the way to the first live answer though nothing imports them
 * statically; of the two modules of wasm kernels the larger one. The cpu backend is not among them:
 * only a trainer checks gradients against it.
 */
const LIVE_SCRIPT =
  /\/(client|dataset|worker|start|adapter-handlers|wasm|wasm-kernels|relaxed)-[^/]*\.js$/;

/** What a script leads to before the first live answer. */
const liveImports = (file: string): string[] => [
  ...staticImports(file),
  ...references(file).filter((name) => LIVE_SCRIPT.test(name)),
];

const LIVE_FILES = [
  /^index\.html$/,
  /^assets\/index-[^/]*\.css$/,
  /^assets\/inter-latin-[\w-]{8}\.woff2$/,
  /^assets\/tfjs-backend-wasm-simd-[^/]*\.wasm$/,
  // Ratings and users come with the first map, after the answer.
  /^datasets\/movielens-small\/(manifest|scenarios|movies|factors)\./,
  /^models\/index\.json$/,
  /^models\/visitor-film\.ckpt$/,
];

interface Row {
  file: string;
  bytes: number;
  group: 'initial' | 'live' | 'lazy';
}

/** Every file of the build with its weight and when it is loaded. */
function weigh(): Row[] {
  const files = filesIn();
  const initial = closure(entryScripts(), staticImports);
  const live = closure(entryScripts(), liveImports);
  for (const file of files) if (LIVE_FILES.some((rule) => rule.test(file))) live.add(file);
  return files
    .map((file): Row => {
      const group = initial.has(file) ? 'initial' : live.has(file) ? 'live' : 'lazy';
      return { file, bytes: wireSize(file), group };
    })
    .sort((a, b) => a.group.localeCompare(b.group) || b.bytes - a.bytes);
}

const kilobytes = (bytes: number): string => `${(bytes / KB).toFixed(1).padStart(8)} kB`;

function main(): number {
  const rows = weigh();
  const sum = (group: Row['group']): number =>
    rows.filter((row) => row.group === group).reduce((total, row) => total + row.bytes, 0);
  console.log('Size over the wire (gzip)');
  for (const row of rows) console.log(`${row.group.padEnd(8)}${kilobytes(row.bytes)}  ${row.file}`);
  const limits = [
    { name: 'initial JavaScript', bytes: sum('initial'), limit: INITIAL_LIMIT },
    { name: 'everything for live', bytes: sum('initial') + sum('live'), limit: LIVE_LIMIT },
  ];
  for (const { name, bytes, limit } of limits) {
    const verdict = bytes <= limit ? 'ok' : 'TOO LARGE';
    console.log(`${name.padEnd(20)}${kilobytes(bytes)} of ${limit / KB} kB  ${verdict}`);
  }
  return limits.every(({ bytes, limit }) => bytes <= limit) ? 0 : 1;
}

process.exit(main());
