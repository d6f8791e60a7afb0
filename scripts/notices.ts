/**
 * `npm run notices`: writes THIRD-PARTY-NOTICES.md from the licences of every package that code in
 * `app/` or `src/` imports, and of what those depend on. `--check` only compares, for CI.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const OUTPUT = path.join(ROOT, 'THIRD-PARTY-NOTICES.md');
/** Where packages keep their licence. */
const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.(md|txt|mit))?$/i;

interface Package {
  name: string;
  version: string;
  licence: string;
  /** Null where the package ships no licence text. */
  text: string | null;
  dependencies: string[];
}

const sources = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css)$/.test(file))
    .map((file) => path.join(ROOT, folder, file));

/** Package of an import: `@scope/name/deep/file` gives `@scope/name`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Names of the packages that the page's own code imports. */
function imported(): string[] {
  const found = ['app', 'src'].flatMap(sources).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/(?:from|import|import\()\s*\(?['"]([^'".][^'"]*)['"]/g)]
      .filter((match) => !match[0].startsWith('import type'))
      .map((match) => packageOf(match[1]));
  });
  return [...new Set(found)].filter((name) => folderOf(name, ROOT) !== null);
}

/** Folder of an installed package as seen from another, or null when it is not installed. */
function folderOf(name: string, from: string): string | null {
  for (let at = from; at.startsWith(ROOT); at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
  }
  return null;
}

function read(folder: string): Package {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  return {
    name: manifest.name,
    version: manifest.version,
    licence: typeof manifest.license === 'string' ? manifest.license : 'see text',
    text: file ? readFileSync(path.join(folder, file), 'utf8').trim() : null,
    dependencies: Object.keys(manifest.dependencies ?? {}),
  };
}

/** The imported packages and everything below them, by name and version. */
function shipped(): Package[] {
  const found = new Map<string, Package>();
  const visit = (name: string, from: string): void => {
    const folder = folderOf(name, from);
    if (folder === null || found.has(folder) || name.startsWith('@types/')) return;
    const one = read(folder);
    found.set(folder, one);
    one.dependencies.forEach((dependency) => visit(dependency, folder));
  };
  imported().forEach((name) => visit(name, ROOT));
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Licence texts with the packages that share each of them, in the order of the packages. */
function byText(packages: Package[]): [string, Package[]][] {
  const groups = new Map<string, Package[]>();
  for (const one of packages) {
    const key =
      one.text ??
      `The package ships no text of its own; it declares ${one.licence}, whose standard text applies.`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups];
}

function document(packages: Package[]): string {
  const label = ({ name, version }: Package): string => `${name} ${version}`;
  const table = packages.map((one) => `| ${one.name} | ${one.version} | ${one.licence} |`);
  const texts = byText(packages).map(
    ([text, group]) => `## ${group.map(label).join(', ')}\n\n\`\`\`\`text\n${text}\n\`\`\`\``,
  );
  return [
    '# Third-party notices',
    'Packages that may be part of the built page, and their licences. Written by `npm run notices`.',
    'The bundled data has a licence of its own: see `public/datasets/movielens-small/`.',
    ['| Package | Version | Licence |', '|---|---|---|', ...table].join('\n'),
    ...texts,
  ]
    .join('\n\n')
    .concat('\n');
}

const wanted = document(shipped());
if (process.argv.includes('--check')) {
  const current = existsSync(OUTPUT) ? readFileSync(OUTPUT, 'utf8') : '';
  if (current !== wanted) {
    console.error('THIRD-PARTY-NOTICES.md is out of date: run `npm run notices` and commit it.');
    process.exit(1);
  }
} else {
  writeFileSync(OUTPUT, wanted);
  console.log(`THIRD-PARTY-NOTICES.md: ${wanted.length} characters`);
}
