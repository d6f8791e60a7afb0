/**
 * Which tfjs backend a worker computes on: by probe, never by a fixed order.
 *
 * A candidate may be skipped before its code is even fetched (no such device, a software renderer),
 * must start, must give the same gradient as the others on a tiny model, and is then timed. Nothing
 * here touches tfjs: candidates are passed in (`candidates.ts`).
 */
import { WorkerFailure } from '../../protocol/failure';
import type { BackendName, BackendReport } from '../../protocol/vocabulary';

export interface Candidate {
  name: BackendName;
  /** Why it should not even be started, or null. A software renderer is no reason when `forced`. */
  skip(forced: boolean): Promise<string | null>;
  /** Loads its code and makes it the current backend. @throws when it does not start */
  start(): Promise<void>;
  /** Largest error of a tiny model's gradients, relative to their largest magnitude. */
  gradientError(): Promise<number>;
  /** Median ms of a small training step. */
  stepMs(): Promise<number>;
}

export interface Choice {
  wanted: BackendName | 'auto';
  /** In order of preference where times do not decide. */
  candidates: Candidate[];
  /** Time all that pass and take the fastest, or be content with the first that passes. */
  race: boolean;
  /** Time the chosen one even without a race. */
  timed: boolean;
  /** Check gradients (the default); a worker that never differentiates need not. */
  checked?: boolean;
  /** Makes an already started candidate current again. */
  use: (name: BackendName) => Promise<void>;
}

/** Float32 on a GPU in another order of sums stays far below this; half floats do not. */
const GRADIENT_TOLERANCE = 5e-3;

type Tried = BackendReport['tried'][number];

/** @throws WorkerFailure `no-backend` when none passes; its message lists why */
export async function chooseBackend(choice: Choice): Promise<BackendReport> {
  const { wanted, candidates, race, checked = true } = choice;
  const tried: Tried[] = [];
  const forced = candidates.find(({ name }) => name === wanted);
  if (forced) {
    // Whoever forces a backend does not ask how fast it is.
    tried.push(await attempt(forced, true, { timed: false, checked }));
    if (tried[0].ok) return { chosen: forced.name, reason: `forced: ${forced.name}`, tried };
  }
  for (const candidate of candidates) {
    if (candidate === forced) continue;
    const result = await attempt(candidate, false, { timed: race || choice.timed, checked });
    tried.push(result);
    if (result.ok && !race) break;
  }
  const passed = tried.filter(({ ok }) => ok);
  if (passed.length === 0) {
    const why = tried.map(({ name, note }) => `${name}: ${note}`).join('; ');
    throw new WorkerFailure('no-backend', why || 'no backend to try', tried);
  }
  const best = passed.reduce((a, b) => ((b.stepMs ?? Infinity) < (a.stepMs ?? Infinity) ? b : a));
  await choice.use(best.name);
  return { chosen: best.name, reason: reasonFor(best.name, wanted, passed.length, race), tried };
}

async function attempt(
  candidate: Candidate,
  forced: boolean,
  { timed, checked }: { timed: boolean; checked: boolean },
): Promise<Tried> {
  const { name } = candidate;
  try {
    const skipped = await candidate.skip(forced);
    if (skipped) return { name, ok: false, note: skipped };
    await candidate.start();
    const error = checked ? await candidate.gradientError() : 0;
    // Written so that NaN fails too.
    if (!(error <= GRADIENT_TOLERANCE)) {
      return { name, ok: false, note: `wrong gradient (relative error ${error.toPrecision(2)})` };
    }
    return timed ? { name, ok: true, stepMs: await candidate.stepMs() } : { name, ok: true };
  } catch (error) {
    return { name, ok: false, note: error instanceof Error ? error.message : String(error) };
  }
}

function reasonFor(
  chosen: BackendName,
  wanted: BackendName | 'auto',
  passed: number,
  race: boolean,
): string {
  if (wanted !== 'auto') return `${wanted} did not start; ${chosen} instead`;
  return race && passed > 1 ? `fastest of ${passed} that passed` : 'first that passed';
}
