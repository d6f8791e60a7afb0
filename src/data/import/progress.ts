/** Progress of a long job, and the wish to stop it. */
export interface ProgressReport {
  stage: 'read' | 'factorise' | 'prepare';
  /** The file at hand, or ''. */
  file: string;
  done: number;
  /** 0 when not known. */
  total: number;
}

export interface Progress {
  /** @throws Cancelled when the visitor has asked to stop. */
  report(now: ProgressReport): void;
}

export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Reports to `tell`, at most once every `everyMs`, and stops when `signal` is aborted. */
export function throttledProgress(
  tell: (now: ProgressReport) => void,
  signal: AbortSignal,
  clock: () => number,
  everyMs = 100,
): Progress {
  let last = -Infinity;
  let stage = '';
  return {
    report(now) {
      if (signal.aborted) throw new Cancelled('The import was cancelled.');
      const place = `${now.stage} ${now.file}`;
      if (place === stage && clock() - last < everyMs) return;
      stage = place;
      last = clock();
      tell(now);
    },
  };
}
