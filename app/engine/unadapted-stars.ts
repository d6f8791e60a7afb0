/** Stars that the model predicts without any support set, for a person it knows nothing about. */
import type { AppStore } from '../store/index';
import { currentVariant } from '../store/model';
import { sameVariant } from './adapting';
import type { ModelClient } from './client';

/** Asks once for each set of parameters. */
export async function askUnadaptedStars(store: AppStore, client: ModelClient): Promise<void> {
  const before = store.getState();
  const { unadaptedStars, model } = before;
  const variant = currentVariant(before);
  const isKnown =
    unadaptedStars?.steps === model?.steps &&
    JSON.stringify(unadaptedStars?.variant) === JSON.stringify(variant);
  if (!model || isKnown) return;
  const answer = await client.adapt([], { channel: 'reference' }).catch(() => null);
  if (!answer || !sameVariant(store.getState(), before)) return;
  before.noteUnadaptedStars({ scores: answer.scores, variant, steps: answer.steps });
}
