/**
 * `npm run build:library [-- DIR]`: `src/model` and `src/data` as an npm package in `dist-library`
 * (`docs/library.md`): ES modules, types, and a `package.json` whose dependencies are what the modules
 * import, nothing of the page among them.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const OUT = path.resolve(process.argv[2] ?? path.join(ROOT, 'dist-library'));
const ENTRIES = ['index', 'data', 'model'] as const;
/** The caller brings tfjs and the backends it wants: two copies would not share tensors. */
const PEER = /^@tensorflow\//;

await build({
  root: ROOT,
  configFile: path.join(ROOT, 'vite.lib.config.ts'),
  logLevel: 'warn',
  build: { outDir: OUT, emptyOutDir: true },
});
writeTypes();
writePackage();
copyFileSync(path.join(ROOT, 'LICENSE'), path.join(OUT, 'LICENSE'));
copyFileSync(path.join(ROOT, 'docs/library.md'), path.join(OUT, 'README.md'));
console.log(`The library is in ${path.relative(process.cwd(), OUT)}.`);

/** Declarations of all that the entries reach; Node's resolution wants `.js` behind relative paths. */
function writeTypes(): void {
  const types = path.join(OUT, 'types');
  execFileSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/typescript/bin/tsc'),
      ...['--project', path.join(ROOT, 'tsconfig.library.json')],
      ...['--outDir', types],
    ],
    { stdio: 'inherit' },
  );
  const files = readdirSync(types, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.d.ts'));
  const known = new Set(files);
  for (const file of files) {
    const resolved = (to: string): string => {
      const target = path.posix.join(path.posix.dirname(file), to);
      return known.has(`${target}.d.ts`) ? `${to}.js` : `${to}/index.js`;
    };
    const text = readFileSync(path.join(types, file), 'utf8').replace(
      /((?:from|import)\s*\(?\s*')(\.[^']*)(')/g,
      (_, before: string, to: string, after: string) => before + resolved(to) + after,
    );
    writeFileSync(path.join(types, file), text);
  }
}

/** Packages that the built modules import, by name. */
function imported(): string[] {
  const modules = readdirSync(OUT).filter((file) => file.endsWith('.js'));
  const names = modules.flatMap((file) => {
    const text = readFileSync(path.join(OUT, file), 'utf8');
    return [...text.matchAll(/\b(?:from|import)\s*\(?\s*["']([@a-z][^"']*)["']/g)].map(([, id]) => id); // prettier-ignore
  });
  const packageOf = (id: string): string =>
    id
      .split('/')
      .slice(0, id.startsWith('@') ? 2 : 1)
      .join('/');
  return [...new Set(names.map(packageOf))].sort();
}

function writePackage(): void {
  const project = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const versions = (wanted: (name: string) => boolean): Record<string, string> =>
    Object.fromEntries(
      imported()
        .filter(wanted)
        .map((name) => {
          const version = project.dependencies[name];
          if (!version) throw new Error(`The library imports ${name}, which is no dependency.`);
          return [name, version];
        }),
    );
  const { name, version, description, license, engines } = project;
  const exported = Object.fromEntries(
    ENTRIES.map((entry) => [
      entry === 'index' ? '.' : `./${entry}`,
      { types: `./types/library/${entry}.d.ts`, import: `./${entry}.js` },
    ]),
  );
  const manifest = {
    ...{ name, version, description, license, type: 'module', engines },
    exports: { ...exported, './package.json': './package.json' },
    sideEffects: true,
    dependencies: versions((id) => !PEER.test(id)),
    peerDependencies: versions((id) => PEER.test(id)),
  };
  writeFileSync(path.join(OUT, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
