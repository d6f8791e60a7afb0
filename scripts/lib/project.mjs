/**
 * What `npm start` and `npm test` need before any package is installed: plain Node, no imports
 * from `node_modules`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What the built page is made of; the kernels that the build writes itself are left out. */
const SOURCES = ['app', 'src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const WRITTEN_BY_BUILD = /[\\/]kernels[\\/]wasm[\\/]generated$/;

/**
 * Runs one command in the project's folder, its output passed through as it comes.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] `quiet` keeps the output back.
 * @returns {Promise<{ code: number, output: string, seconds: number }>} code 127: it could not start.
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  const started = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32',
    });
    const done = (code) => resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    for (const name of ['stdout', 'stderr']) {
      child[name].on('data', (chunk) => {
        output += chunk;
        if (!quiet) process[name].write(chunk);
      });
    }
    child.on('error', (error) => {
      output += `${error.message}\n`;
      done(127);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/** Whether `node_modules` holds every package of `package-lock.json` in its exact version. */
export function isInstalled() {
  const hidden = path.join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const present = packagesOf(hidden);
  const wanted = packagesOf(path.join(ROOT, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([name, { version, optional, peer }]) =>
      // Optional ones (other platforms' binaries) may rightly be absent.
      name === '' || optional || peer || present[name]?.version === version,
  );
}

/**
 * Installs the locked packages unless they are there already.
 *
 * @returns {Promise<boolean>} false when `npm ci` failed (its output was printed).
 */
export async function install() {
  if (isInstalled()) return true;
  console.log('Installing packages (npm ci) ...');
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund']);
  return code === 0;
}

/** Newest modification time in a file or folder, in ms; folders count, so deletions are seen. */
function newest(name) {
  if (!existsSync(name) || WRITTEN_BY_BUILD.test(name)) return 0;
  const stat = statSync(name);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(name).reduce(
    (latest, entry) => Math.max(latest, newest(path.join(name, entry))),
    stat.mtimeMs,
  );
}

/** Whether `dist` was built after the last change of what it is made of. */
export function isBuilt() {
  const page = path.join(ROOT, 'dist/index.html');
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  return SOURCES.every((source) => newest(path.join(ROOT, source)) <= built);
}

/**
 * Builds the page unless `dist` is newer than its sources.
 *
 * @returns {Promise<boolean>} false when no page was built. A page above its size limits is one:
 *   the build has said so, and visitors can use it.
 */
export async function build() {
  if (isBuilt()) return true;
  console.log('Building the page (npm run build) ...');
  await run('npm', ['run', '--silent', 'build']);
  return isBuilt();
}
