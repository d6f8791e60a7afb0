/**
 * Compiles the AssemblyScript kernels of `src/model/kernels/wasm` into modules, each with plain SIMD and with
 * relaxed, that are imported as strings, so that they load the same way in the worker, in Node and in tests.
 *
 * `tsx scripts/build-kernels.ts [--check]`: with `--check` nothing is written and the exit code says
 * whether the committed modules are what the source compiles to.
 */
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import type { WasmModule } from '../src/model/kernels/arithmetic';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'src/model/kernels/wasm');
const FEATURES: Record<WasmModule, string[]> = {
  simd: ['--enable', 'simd'],
  relaxed: ['--enable', 'simd', '--enable', 'relaxed-simd'],
};

/** What is compiled, by the start of its files' names: CMML's kernels, and s2Meta's, which only some visits need. */
const ENTRIES: Record<string, string> = { '': 'index.as.ts', 'lstm-': 'lstm.as.ts' };

/** A compiled module. No data section and no memory of its own: it works on tfjs's. */
export async function compileKernels(entry: string, module: WasmModule): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      entry,
      ...['--outFile', 'kernels.wasm', '--baseDir', folder],
      ...['--runtime', 'stub', '--noAssert', '--noExportMemory', '--importMemory'],
      ...['--initialMemory', '0', '-O3', '--converge', ...FEATURES[module]],
    ],
    {
      writeFile: (name, contents) => {
        if (name === 'kernels.wasm' && typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error || !binary) throw new Error(`The kernels do not compile.\n${stderr.toString()}`);
  if (sections(binary).includes(DATA)) {
    throw new Error("The kernels have a data section, which would overwrite tfjs's memory.");
  }
  return binary;
}

const DATA = 11;

/** Ids of a wasm binary's sections, in order: after an 8-byte header, each is id, LEB128 size, body. */
function sections(binary: Uint8Array): number[] {
  const ids: number[] = [];
  for (let at = 8; at < binary.length;) {
    ids.push(binary[at++]);
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = binary[at++];
      size += (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += size;
  }
  return ids;
}

/** The text of `generated/simd.ts` or `generated/relaxed.ts`: a character a byte, which packs a third smaller than base64. */
export function moduleText(binary: Uint8Array): string {
  const escaped = Array.from(binary, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`);
  return `// Made from ../*.as.ts by \`npm run kernels\`; do not edit.
export const KERNELS =
  '${escaped.join('')}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const modules = Object.keys(FEATURES) as WasmModule[];
  const all = Object.entries(ENTRIES).flatMap(([start, entry]) =>
    modules.map((module) => ({ name: `${start}${module}`, entry, module })),
  );
  for (const { name, entry, module } of all) {
    const target = path.join(folder, 'generated', `${name}.ts`);
    const binary = await compileKernels(entry, module);
    const text = moduleText(binary);
    if (process.argv.includes('--check')) {
      const same = (await readFile(target, 'utf8').catch(() => '')) === text;
      console.log(
        `The ${name} wasm kernels ${same ? 'are up to date' : 'need `npm run kernels`'}.`,
      );
      if (!same) process.exitCode = 1;
    } else {
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
      console.log(`${binary.length} bytes of wasm kernels in ${path.relative(root, target)}`);
    }
  }
}
