/** The racer: a worker of its own, for races and for the lab's figures, let go when idle. */
import { store } from '../../store';
import { engine } from '../../engine';
import { currentVariant } from '../../store/model';
import { currentData } from '../../engine/current-data';
import { createRaceClient, type RaceClient } from '../../client/race-client';
import { WhileUsed } from '../../client/while-used';
import type { BackendName, Variant } from '../../protocol/vocabulary';

/** The worker is let go after this long without a question: it holds the data set once more. */
const IDLE_MS = 90_000;

/** What the visitor has in front of them: the shipped parameters, trained or rewound ones. */
export interface CurrentModel {
  variant: Variant;
  seed: number;
  /** null: those that ship with the variant, or untrained ones. */
  flat: Float32Array | null;
  /** Training steps on this page behind them. */
  steps: number;
}

const racer = new WhileUsed<RaceClient>({
  make: () =>
    createRaceClient({
      base: new URL('.', document.baseURI).href,
      data: currentData(),
      backend: store.getState().backendWish,
    }),
  end: (client) => client.dispose(),
  idleMs: IDLE_MS,
});
let backend: BackendName | null = null;

/** Runs `body` with the racer and the model of this moment; the worker is kept for as long. */
export function withRacer<T>(
  body: (ask: RaceClient['ask'], model: CurrentModel) => Promise<T>,
): Promise<T> {
  return racer.use(async ({ ask }) => body(ask, await currentModel()));
}

/** What the racer runs on, or ran on before it was let go; null until its first answer. */
export function racerBackend(): BackendName | null {
  backend = racer.held?.backend() ?? backend;
  return backend;
}

async function currentModel(): Promise<CurrentModel> {
  const parameters = (await engine.client()).parameters('shown');
  const { seed, ...state } = store.getState();
  const { flat = null, steps = 0 } = parameters ?? {};
  return { variant: currentVariant(state), seed, flat, steps };
}
