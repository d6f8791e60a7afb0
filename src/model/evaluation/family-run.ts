/** One system of the families of tasks, trained and measured as declared (`docs/two-tastes.md`). */
import { familyEpisodes, type FamilyProtocol } from '../../data/families/episodes';
import type { Dataset } from '../../data/types';
import { trainOnFamilies, type FamilySystem } from '../family-systems';
import type { TrainingRoom } from '../systems';
import { evaluateFamilies, type FamilyRow } from './families';
import type { Progress } from './rows';

/** How many people are asked about, and how many episodes there are, at most. */
const SIZES: Omit<FamilyProtocol, 'seed' | 'anonymous'> = { users: 4, themes: 24, few: 12 };

/** What is told meanwhile. */
export interface FamilyWatch {
  /** Awaited: a page pauses the run by not resolving. */
  onTraining?: TrainingRoom['onProgress'];
  /** Training is over; awaited. */
  onTrained?: () => void | Promise<void>;
  /** Share of the episodes, 0..1. */
  onEvaluation?: Progress;
}

/**
 * @param dataset with the folds that the run is about (`redrawnFolds`, or a rehearsal's)
 * @returns a row for each episode
 */
export async function measureFamilySystem(
  dataset: Dataset,
  system: FamilySystem,
  { seed, steps }: { seed: number; steps: number },
  { onTraining, onTrained, onEvaluation }: FamilyWatch = {},
): Promise<FamilyRow[]> {
  const model = await trainOnFamilies(dataset, system, { seed, steps, onProgress: onTraining });
  try {
    await onTrained?.();
    const episodes = familyEpisodes(dataset, { ...SIZES, seed, anonymous: system.anonymous });
    return await evaluateFamilies(dataset, model, episodes, seed, onEvaluation);
  } finally {
    model.dispose?.();
  }
}
