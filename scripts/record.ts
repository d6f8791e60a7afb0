/**
 * `npm run record`: makes all recorded results that the page ships again, in `public/recorded`: the
 * first paint and the first lesson's challenge from the shipped checkpoints, then the lab's rows. Flags go to the lab
 * (`record-lab.ts`); all of it takes about three hours, goes on where it was broken off, and
 * `docs/results/README.md` says what each part takes. The checkpoints themselves are made by `npm run train` and
 * `scripts/train-baselines.ts`; each carries its command.
 */
import { spawnSync } from 'node:child_process';
import { REPOSITORY } from './lib/dataset';

function run(script: string, flags: readonly string[]): void {
  const { status } = spawnSync('npx', ['tsx', `scripts/${script}.ts`, ...flags], {
    cwd: REPOSITORY,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

run('record-start', []);
run('record-challenge', []);
run('record-shelf', []);
run('record-ask-next', []);
run('record-lab', process.argv.slice(2));
