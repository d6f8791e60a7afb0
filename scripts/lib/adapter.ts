/** The adapter's own handlers, asked in Node: what is recorded was computed by the page's code. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { adapterHandlers } from '../../app/workers/adapter/adapter-handlers';
import type { JobContext } from '../../app/workers/host/host';
import { wholeDataset } from '../../app/workers/model/late-dataset';
import type { Replies, Request } from '../../app/workers/protocol';
import type { Dataset } from '../../src/data/types';
import { REPOSITORY } from './dataset';

const context: JobContext = { breathe: () => Promise.resolve(), first: () => undefined };

export type Ask = <T extends Request['type']>(
  request: Extract<Request, { type: T }>,
) => Promise<Replies[T]>;

/** An adapter over `dataset` that finds checkpoints in `public/`. */
export function nodeAdapter(dataset: Dataset): Ask {
  const read = async (file: string) => {
    const bytes = await readFile(path.join(REPOSITORY, 'public', file));
    return new Uint8Array(bytes).buffer;
  };
  const handlers = adapterHandlers(wholeDataset(dataset), read);
  return async <T extends Request['type']>(request: Extract<Request, { type: T }>) => {
    const handler = handlers[request.type] as
      ((request: unknown, context: JobContext) => Replies[T] | Promise<Replies[T]>) | undefined;
    if (!handler) throw new Error(`the adapter has no handler for '${request.type}'`);
    return handler(request, context);
  };
}

/** The commit that the working tree stands at. */
export const presentCommit = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: REPOSITORY }).toString().trim();

/** A value as recorded files hold it. */
export const round = (value: number, places = 4): number => Number(value.toFixed(places));
