/** A newborn network: from random weights, watched until it no longer gets better. */
import type { TrainingMode } from '../protocol/trainer';
import type { AppStore } from '../store/index';
import { unfinished } from '../store/newborn';
import { listed } from '../store/ranking';
import { throttle } from './throttle';
import { hasStoppedRising, STOPPING } from '../store/stopping';
import type { ModelClient } from './client';

/** The commands of training that it gives; they report their own failures. */
interface Commands {
  train(mode: TrainingMode): Promise<void>;
  /** From step 0 again, by the present seed. */
  restart(): Promise<void>;
}

/** While it learns, its list is read no more often than this, in ms: it must be easy to follow. */
const REST_MS = 1000;

/** Parameters that take longer than this to come are not waited for, in ms. */
const LATE_MS = 3000;

/** Films of each list. */
const SHOWN = 5;

/** What ends a run for good, in the trainer's words; after anything else it can go on. */
const FATAL = ['not-a-number', 'out-of-memory', 'training-failed'];

const NOTHING = Promise.resolve();

export interface NewbornCommands {
  /** Begins one of the present variant and seed; resolves once it trains. */
  start(): Promise<void>;
  goOn(): Promise<void>;
  /** The visitor has seen enough. */
  stop(): Promise<void>;
}

export function keepNewborn(
  store: AppStore,
  client: ModelClient,
  training: Commands,
  pause: (ms: number) => Promise<void>,
): NewbornCommands {
  /** Step of the last parameters of one that has ended: what is trained after that is not its own. */
  let end: number | null = null;

  const isWatched = () => {
    const { newborn } = store.getState();
    if (!newborn || unfinished(newborn)) return newborn !== null;
    return end !== null && (newborn.now?.steps ?? 0) < end;
  };

  /** It is being stopped for good: the pause of the trainer is not the visitor's. */
  let finishing = false;

  /** Notes what the present parameters list for its support set. */
  const look = async () => {
    const { newborn } = store.getState();
    if (!newborn) return;
    const { support } = newborn;
    const adaptation = await client.adapt([...support], { channel: 'newborn' });
    const current = store.getState().newborn;
    if (!adaptation || current?.support !== support || !isWatched()) return;
    const { order, steps } = adaptation;
    if (end !== null && steps > end) return;
    const hidden = support.map(({ item }) => item);
    const first = [...listed(order, hidden, null).subarray(0, SHOWN)];
    store.getState().noteNewbornList({ steps, first });
  };

  // `start` takes the first list itself and waits for it. While the scrubber shows an earlier step, the
  // list would not be of the step that is measured.
  const isFollowed = () => {
    const { newborn, shownCheckpoint } = store.getState();
    return isWatched() && newborn?.before !== null && shownCheckpoint === null;
  };
  const follow = throttle(
    REST_MS,
    () => (isFollowed() ? look().catch(() => undefined) : NOTHING),
    pause,
  );
  const lookAgain = () => {
    if (isFollowed()) void follow();
  };

  /** Waits until the list can be that of `step`, or for a while. */
  const arrived = (step: number) =>
    new Promise<void>((resolve) => {
      const done = () => {
        stop();
        resolve();
      };
      const stop = client.on('parameters', ({ steps }) => void (steps >= step && done()));
      if ((store.getState().model?.steps ?? 0) >= step) done();
      else void pause(LATE_MS).then(done);
    });

  /** It has ended once its last list is there: what is said of it is of the same step. */
  const finish = async (who: 'itself' | 'hand') => {
    if (finishing) return;
    finishing = true;
    try {
      await training.train('pause');
      const step = store.getState().progress?.step ?? 0;
      await arrived(step);
      await look().catch(() => undefined);
      end = Math.max(step, client.parameters()?.steps ?? 0);
      if (unfinished(store.getState().newborn)) store.getState().setNewbornState(who);
    } finally {
      finishing = false;
    }
  };

  client.on('parameters', lookAgain);
  client.on('evaluation', ({ step, metric, value }) => {
    const { newborn, noteMeasurement, evaluations, stopsItself } = store.getState();
    if (!unfinished(newborn)) return;
    noteMeasurement({ step, metric, value });
    if (stopsItself && newborn?.state === 'running' && hasStoppedRising(evaluations, STOPPING)) {
      void finish('itself');
    }
  });
  client.on('line', ({ code }) => {
    const { newborn, setNewbornState } = store.getState();
    if (unfinished(newborn) && FATAL.includes(code)) setNewbornState('failed');
  });
  // Paused and gone on with by any button of the panel, or by a tab that was hidden.
  store.subscribe(({ mode, newborn, setNewbornState }, before) => {
    if (mode === before.mode || !newborn || finishing) return;
    if (newborn.state === 'running' && mode === 'pause') setNewbornState('paused');
    if (newborn.state === 'paused' && mode !== 'pause') setNewbornState('running');
  });

  const goOn = () => training.train('play');

  const start = async () => {
    end = null;
    store.getState().startNewborn();
    const isStillIt = () => store.getState().newborn?.state === 'starting';
    const untrained = new Promise<void>((resolve) => {
      const stop = client.on('parameters', ({ steps }) => {
        if (steps > 0) return;
        stop();
        resolve();
      });
    });
    await training.restart();
    if (!isStillIt()) return;
    try {
      await untrained;
      await look();
    } catch (error) {
      store.getState().failTraining(error);
    }
    if (!isStillIt()) return;
    store.getState().setNewbornState('running');
    await goOn();
  };

  return { start, goOn, stop: () => finish('hand') };
}
