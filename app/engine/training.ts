/** Training from the page's side: the visitor's commands, and what the trainer reports. */
import type { TrainingMode, TrainingProgress } from '../protocol/trainer';
import type { AppStore } from '../store/index';
import type { AppState } from '../store/state';
import type { ModelClient } from './client';
import type { NewbornCommands } from './newborn';
import { batched } from './batched';

/** At full speed the trainer reports fifty times a second: the page draws that less often. */
const DRAW_MS = 120;

export interface Training {
  train(mode: TrainingMode): Promise<void>;
  setLearningRate(learningRate: number): void;
  /** Its commands are fetched with the first of them. */
  newborn(): Promise<NewbornCommands>;
  /** From step 0 again with the same seed: the same curve. */
  restart(): Promise<void>;
  newSeed(seed: number): Promise<void>;
  /** Shows the checkpoint of that step everywhere; null: the newest. */
  rewind(step: number | null): Promise<void>;
  /**
   * Shows the checkpoint that a link names, where this page has it: one of its own run, or the
   * parameters that are shown anyway. Else it says so and shows the newest.
   */
  showLinked(step: number | null): Promise<void>;
  /** Training goes on from that checkpoint; what came after it is dropped. */
  trainFrom(step: number): Promise<void>;
}

export function followTraining(
  store: AppStore,
  client: ModelClient,
  pause: (ms: number) => Promise<void>,
): Training {
  const progress = batched<TrainingProgress>(DRAW_MS, (reports) =>
    store.getState().noteProgress(reports),
  );
  client.on('progress', (one) => {
    progress.add(one);
    // A phase is shown as it happens.
    if (one.phase !== null) progress.flush();
  });
  client.on('evaluation', (point) => {
    progress.flush();
    store.getState().noteEvaluation(point);
  });
  client.on('mode', ({ mode }) => {
    progress.flush();
    store.getState().noteMode(mode);
  });
  client.on('checkpoints', (checkpoints) => store.getState().noteCheckpoints(checkpoints));

  // Reports of a run that is forgotten are dropped before they are drawn.
  store.subscribe(({ progress: now }, before) => {
    if (now === null && before.progress !== null) progress.forget();
  });
  const report = (error: unknown) => store.getState().failTraining(error);

  const allow = ({ trainHidden, trainCores }: AppState) => {
    client.trainWhenHidden(trainHidden);
    client.shareSteps(trainCores).catch(report);
  };
  allow(store.getState());
  store.subscribe((now, before) => {
    if (now.trainHidden !== before.trainHidden || now.trainCores !== before.trainCores) allow(now);
  });

  const train = (mode: TrainingMode) => {
    store.getState().commandMode(mode);
    return client.train(mode).catch(report);
  };

  const restart = async () => {
    try {
      const model = await client.reset(store.getState().seed);
      // Only now: the former run may have reported until the trainer took the command.
      progress.forget();
      store.getState().restartRun(model);
    } catch (error) {
      report(error);
    }
  };

  const rewind = async (step: number | null) => {
    store.getState().showCheckpoint(step);
    await client.rewind(step).catch(report);
  };

  let newborn: Promise<NewbornCommands> | null = null;
  const fetchNewborn = async () => {
    const { keepNewborn } = await import('./newborn');
    return keepNewborn(store, client, { train, restart }, pause);
  };

  return {
    newborn: () => {
      newborn ??= fetchNewborn();
      // Asked for again after the network failed.
      newborn.catch(() => (newborn = null));
      return newborn;
    },
    train,
    restart,
    rewind,
    showLinked: async (step) => {
      const { shownCheckpoint, checkpoints, model, notify } = store.getState();
      if (step === shownCheckpoint || step === model?.steps) return;
      const kept = step === null || checkpoints.some((checkpoint) => checkpoint.step === step);
      if (!kept) notify('warning', 'address-checkpoint', String(step));
      await rewind(kept ? step : null);
    },
    newSeed: async (seed) => {
      store.getState().setSeed(seed);
      await restart();
    },
    trainFrom: async (step) => {
      try {
        const model = await client.trainFrom(step);
        progress.forget();
        store.getState().goBackTo(step, model);
        await client.train('play');
      } catch (error) {
        report(error);
      }
    },
    setLearningRate: (learningRate) => {
      const values = { ...store.getState().hyperparameters, learningRate };
      store.getState().noteHyperparameters(values);
      client.setHyperparameters(values).catch(report);
    },
  };
}
