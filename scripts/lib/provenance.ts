/** Where a measured row comes from. */
import { execFileSync } from 'node:child_process';
import { REPOSITORY } from './dataset';

export type Provenance = {
  command: string;
  /** Short hash, with `+` where sources differ from it. */
  commit: string;
  /** ISO day. */
  date: string;
};

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: REPOSITORY }).toString().trim();

/** Provenance of what `command` makes now. */
export function madeBy(command: string): Provenance {
  const changed = git('status', '--porcelain', '--', 'src', 'scripts') === '' ? '' : '+';
  return {
    command,
    commit: `${git('rev-parse', '--short', 'HEAD')}${changed}`,
    date: new Date().toISOString().slice(0, 10),
  };
}
