/** The racer: a worker of its own, for races and for the lab's figures, let go when idle. */
import { store } from '../../store';
import { engine } from '../../store/engine';
import { presentVariant } from '../../store/model';
import { presentData } from '../../store/engine/surroundings';
import { createRaceClient, type RaceClient } from '../../workers/race/client';
import type { BackendName, Variant } from '../../workers/protocol';

/** The worker is let go after this long without a question: it holds the data set once more. */
const IDLE_MS = 90_000;

/** What the visitor has in front of them: the shipped parameters, trained or rewound ones. */
export interface PresentModel {
  variant: Variant;
  seed: number;
  /** null: those that ship with the variant, or untrained ones. */
  flat: Float32Array | null;
  /** Training steps on this page behind them. */
  steps: number;
}

let client: RaceClient | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;
let users = 0;

/** Runs `body` with the racer and the model of this moment; the worker is kept for as long. */
export async function withRacer<T>(
  body: (ask: RaceClient['ask'], model: PresentModel) => Promise<T>,
): Promise<T> {
  users++;
  clearTimeout(idle);
  try {
    const model = await presentModel();
    client ??= createRaceClient({
      base: new URL('.', document.baseURI).href,
      data: presentData(),
      backend: store.getState().backendWish,
    });
    return await body(client.ask, model);
  } finally {
    users--;
    // Closed, a client starts its worker anew at the next question.
    if (users === 0) idle = setTimeout(() => client?.dispose(), IDLE_MS);
  }
}

/** What the racer runs on; null until its first answer. */
export const racerBackend = (): BackendName | null => client?.backend() ?? null;

async function presentModel(): Promise<PresentModel> {
  const parameters = (await engine.client()).parameters('shown');
  const { seed, ...state } = store.getState();
  const { flat = null, steps = 0 } = parameters ?? {};
  return { variant: presentVariant(state), seed, flat, steps };
}
