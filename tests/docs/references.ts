/**
 * What documents and comments name: paths, sections of pages, commands and their flags; and which of
 * these do not exist. Pure: the repository is passed in.
 */

export interface Repository {
  /** Text by path, of every file that belongs to the repository. */
  texts: ReadonlyMap<string, string>;
  /** `scripts` of package.json. */
  scripts: Readonly<Record<string, string>>;
}

/** What the build, a package manager or a browser makes: named, but never in the repository. */
const MADE =
  /^(dist|dist-library|node_modules|assets|test-results|\.cache)(\/|$)|^sw\.js$|^_headers$|\/generated\//;
/** A word in capitals stands for any name (`src/data/import/read-NAME.ts`). */
const PLACEHOLDER = /(^|[/-])[A-Z]{2,}(?=[./-]|$)/;
/** What a word must look like to be taken for a path. */
const ROOTED =
  /^(app|bench|docs|e2e|examples|public|python|scripts|src|tests|\.github)(\/[\w.@-]+)+\/?$/;
const SOURCE_FILE = /^(\.\.?\/)*[\w@-]+(\/[\w@-]+)*(\.[\w-]+)*\.(tsx?|mjs|css|md|py)$/;

/** `file: what is wrong`, for everything named that is not there. */
export function brokenReferences(repository: Repository): string[] {
  return [...repository.texts].flatMap(([file, text]) => {
    const prose = proseOf(file, text);
    const broken = [
      ...brokenPaths(repository, file, prose),
      ...brokenSections(repository, prose),
      ...brokenCommands(repository, prose),
    ];
    return [...new Set(broken)].map((what) => `${file}: ${what}`);
  });
}

/** A document whole, without its fenced examples; of code the comments, each on one line. */
export function proseOf(file: string, text: string): string {
  if (/\.md$/.test(file)) return text.replace(/^```[\s\S]*?^```/gm, '');
  if (/\.py$/.test(file)) return text;
  const comments = text.match(/(?<=^|[\s{(])\/\*[\s\S]*?\*\/|(?<=^|[\s;])\/\/[^\n]*/g) ?? [];
  return comments.map((comment) => comment.replace(/\n\s*\*? ?/g, ' ')).join('\n');
}

function brokenPaths(repository: Repository, file: string, prose: string): string[] {
  const quoted = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code.split(/\s+/));
  const bare = prose.match(/(?<![\w./-])docs\/[\w./-]+\.md/g) ?? [];
  const words = [...quoted, ...bare].map((word) => word.replace(/[,;:]$/, ''));
  const links = /\.md$/.test(file) ? [...prose.matchAll(/\]\(([^)#\s]+)\)/g)] : [];
  const linked = links
    .map(([, target]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => joined(folderOf(file), target));
  return [
    ...words.filter((word) => !isThere(repository, file, word)),
    ...linked.filter((path) => !exists(repository, path)),
  ];
}

function isThere(repository: Repository, file: string, word: string): boolean {
  if (MADE.test(word)) return true;
  if (!ROOTED.test(word) && !SOURCE_FILE.test(word)) return true;
  if (exists(repository, word) || exists(repository, joined(folderOf(file), word))) return true;
  const parts = word.split('/');
  const free = parts.findIndex((part) => PLACEHOLDER.test(part));
  if (free >= 0) return free === 0 || exists(repository, parts.slice(0, free).join('/'));
  if (ROOTED.test(word)) return false;
  // Named by the end of its path, as `link.ts` or `client/scout.ts`.
  return [...repository.texts.keys()].some((path) => path.endsWith(`/${word}`));
}

/** A file, or a folder with something in it. */
function exists({ texts }: Repository, path: string): boolean {
  const plain = path.replace(/\/$/, '');
  return texts.has(plain) || [...texts.keys()].some((known) => known.startsWith(`${plain}/`));
}

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

function joined(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** `docs/data.md`, 'Scenario tasks': the page has a heading of that name. */
function brokenSections({ texts }: Repository, prose: string): string[] {
  const cited = prose.matchAll(/(docs\/[\w-]+\.md)`?,? \(?'((?:[^'\n]|'(?=\w))+)'/g);
  return [...cited].flatMap(([, page, section]) => {
    const headings = [...(texts.get(page) ?? '').matchAll(/^#+ (.+)$/gm)].map(([, title]) => title);
    return headings.includes(section) ? [] : [`${page} has no section '${section}'`];
  });
}

/** Scripts that hand their flags on to another program. */
const HANDS_ON = /playwright|vitest|^vite|^eslint|^prettier|^tsc/;

/** `npm run NAME -- --flag`: a script of that name, whose file (or one that it imports) knows the flag. */
function brokenCommands({ texts, scripts }: Repository, prose: string): string[] {
  const commands = prose.matchAll(/npm run ([a-z][\w:-]*)(?: -- ([^`\n|]*))?/g);
  return [...commands].flatMap(([, name, rest = '']) => {
    const script = scripts[name];
    if (script === undefined) return [`npm run ${name}`];
    const file = /(?:tsx|node) ([\w./-]+)/.exec(script)?.[1] ?? '';
    const code = withImports(texts, file);
    if (HANDS_ON.test(script) || HANDS_ON.test(code)) return [];
    const flags = [...rest.matchAll(/(?<=^|[\s[])--([a-z][\w-]*)/g)].map(([, flag]) => flag);
    const isKnown = (flag: string) => new RegExp(`['"\\s]${flag}['"]?:|--${flag}\\b`).test(code);
    return flags.filter((flag) => !isKnown(flag)).map((flag) => `npm run ${name} -- --${flag}`);
  });
}

/** A script's code without comments, with that of the files that it imports, and of the scripts that it runs. */
function withImports(texts: ReadonlyMap<string, string>, file: string): string {
  const code = texts.get(file) ?? '';
  const imported = [...code.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, path]) => {
    const full = joined(folderOf(file), path);
    return texts.get(full) ?? texts.get(`${full}.ts`) ?? '';
  });
  // `scripts/record.ts` names the others that it starts.
  const started = [...code.matchAll(/\brun\('([\w-]+)'/g)].map(
    ([, name]) => texts.get(`scripts/${name}.ts`) ?? '',
  );
  return [code, ...imported, ...started].map(withoutComments).join('\n');
}

const withoutComments = (code: string): string =>
  code.replace(/(?<=^|[\s{(])\/\*[\s\S]*?\*\//g, '').replace(/(?<=^|\s)\/\/[^\n]*/g, '');
