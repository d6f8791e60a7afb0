/**
 * A Python that has torch, found or installed. Plain Node: `npm test` asks before any package is there.
 *
 * In this order: `CMML_PYTHON`, the `python3` and `python` of the `PATH`, the system's own (Debian's
 * python3-torch is seen by that one alone, whatever stands before it in the `PATH`), and as root
 * `apt-get install python3-torch`. A candidate counts only when it imports torch.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './project.mjs';

const NAMES = ['python3', 'python'];
const SYSTEM = ['/usr/bin/python3', '/usr/local/bin/python3'];
const PACKAGE = 'python3-torch';
const QUESTION = 'import platform, torch; print(platform.python_version(), torch.__version__)';

/** @typedef {{ path: string, python: string, torch: string }} FoundPython versions for people */

/** Every Python here, once each; what was asked for comes first. */
function candidates() {
  const asked = process.env.CMML_PYTHON ? [process.env.CMML_PYTHON] : [];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...new Set([...asked, ...[...onPath, ...SYSTEM].filter(existsSync)])];
}

/** @returns {Promise<FoundPython | null>} null when it has no torch or does not start. */
async function withTorch(executable) {
  const { code, output } = await run(executable, ['-c', QUESTION], { quiet: true });
  if (code !== 0) return null;
  const [python, torch] = output.trim().split('\n').at(-1).split(' ');
  return { path: executable, python, torch };
}

/** The first Python here that imports torch. @returns {Promise<FoundPython | null>} */
export async function firstWithTorch() {
  for (const candidate of candidates()) {
    const found = await withTorch(candidate);
    if (found) return found;
  }
  return null;
}

/** @returns {Promise<boolean>} whether Debian's package could be installed. */
async function installPackage() {
  if (process.getuid?.() !== 0) return false;
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', PACKAGE]]) {
    console.log(`Python: apt-get ${args.join(' ')} ...`);
    const { code } = await run('apt-get', args, { quiet: true });
    if (code !== 0 && args[0] === 'install') return false;
  }
  return true;
}

/**
 * The first Python that imports torch; which one is printed.
 *
 * @returns {Promise<FoundPython | null>} null when there is none and none could be installed; what
 *   to do was printed.
 */
export async function findTorch() {
  const found =
    (await firstWithTorch()) ?? ((await installPackage()) ? await firstWithTorch() : null);
  console.log(
    found
      ? `Python: ${found.path} ${found.python} with torch ${found.torch}`
      : `Python: none with torch. Install ${PACKAGE} (Debian, Ubuntu) or torch (pip), or set CMML_PYTHON.`,
  );
  return found;
}
