/** What the system says of the process that holds an engine's pages. Linux only (`/proc`). */
import { readdirSync, readFileSync } from 'node:fs';
import type { Engine } from '../browsers/engines';

/** Names of the processes that hold a page. */
const CONTENT: Record<Engine, RegExp> = {
  chromium: /^chrom/,
  firefox: /^(Isolated Web Co|Web Content)/,
  webkit: /^WebKitWebProces/,
};

export interface PageProcess {
  /** A process's own, what it shares with others counted in parts. */
  megabytes: number;
  /** As the system writes it: `R` runs, `S` waits, `D` waits for a disk. */
  state: string;
}

/** The largest process that holds pages among those that descend from this one; null where there is none. */
export function pageProcess(engine: Engine): PageProcess | null {
  const processes = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      const status = readOr(`/proc/${pid}/status`);
      const [name, parent, state] = ['Name', 'PPid', 'State'].map(
        (field) => new RegExp(`^${field}:\t(.*)$`, 'm').exec(status)?.[1] ?? '',
      );
      return status === '' ? [] : [{ pid: Number(pid), name, parent: Number(parent), state }];
    });
  const own = new Set([process.pid]);
  for (let before = 0; before !== own.size;) {
    before = own.size;
    for (const { pid, parent } of processes) if (own.has(parent)) own.add(pid);
  }
  const holding = processes
    .filter(({ pid, name }) => own.has(pid) && CONTENT[engine].test(name))
    .map(({ pid, state }) => ({ megabytes: proportionalMegabytes(pid), state }))
    .sort((a, b) => b.megabytes - a.megabytes);
  return holding[0] ?? null;
}

function proportionalMegabytes(pid: number): number {
  const rollup = readOr(`/proc/${pid}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1000;
}

/** Nothing for a process that ended meanwhile. */
function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
