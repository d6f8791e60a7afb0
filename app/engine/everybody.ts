/** What the model predicts for somebody of whom it knows nothing: what everybody likes. */
import type { AppStore } from '../store/index';
import { currentVariant } from '../store/model';
import { sameVariant } from './adapting';
import type { ModelClient } from './client';

/** Asks once for each set of parameters. */
export async function askEverybody(store: AppStore, client: ModelClient): Promise<void> {
  const before = store.getState();
  const { everybody, model } = before;
  const variant = currentVariant(before);
  const isKnown =
    everybody?.steps === model?.steps &&
    JSON.stringify(everybody?.variant) === JSON.stringify(variant);
  if (!model || isKnown) return;
  const answer = await client.adapt([], { channel: 'reference' }).catch(() => null);
  if (!answer || !sameVariant(store.getState(), before)) return;
  before.noteEverybody({ scores: answer.scores, variant, steps: answer.steps });
}
