/** The adapter's own handlers, asked in Node: what is recorded was computed by the page's code. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { adapterHandlers } from '../../app/workers/adapter/adapter-handlers';
import type { JobContext } from '../../app/workers/host/host';
import { wholeDataset } from '../../app/workers/model/late-dataset';
import type { AdapterCalls } from '../../app/protocol/adapter';
import type { Ask } from '../../app/protocol/calls';
import type { Dataset } from '../../src/data/types';
import { REPOSITORY } from './dataset';

const context: JobContext = { yieldToMessages: () => Promise.resolve(), first: () => undefined };

/** An adapter over `dataset` that finds checkpoints in `public/`. */
export function nodeAdapter(dataset: Dataset): Ask<AdapterCalls> {
  const read = async (file: string) => {
    const bytes = await readFile(path.join(REPOSITORY, 'public', file));
    return new Uint8Array(bytes).buffer;
  };
  const handlers = adapterHandlers(wholeDataset(dataset), read);
  return async (call, ...[question]) => handlers[call](question as never, context as never);
}

/** The commit that the working tree stands at. */
export const currentCommit = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: REPOSITORY }).toString().trim();

/** A value as recorded files hold it. */
export const round = (value: number, places = 4): number => Number(value.toFixed(places));
