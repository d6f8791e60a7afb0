/** What went wrong, as a message of the worker: thrown there, or on the page's side of it. */
import { ImportError } from '../../src/data/import/import-error';
import { isQuota } from '../storage/database';
import type { Failed } from './import';

/** What browsers throw for a file that was moved, deleted or changed since it was chosen. */
const UNREADABLE = ['NotReadableError', 'NotFoundError'];

export function failedBy(error: unknown): Failed {
  if (error instanceof ImportError) {
    const { fault, examples } = error;
    return { type: 'failed', code: 'import', fault, examples };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { type: 'failed', code: codeOf(error), detail };
}

function codeOf(error: unknown): 'quota' | 'storage' | 'unreadable' | 'internal' {
  if (isQuota(error)) return 'quota';
  if (!(error instanceof DOMException)) return 'internal';
  return UNREADABLE.includes(error.name) ? 'unreadable' : 'storage';
}
