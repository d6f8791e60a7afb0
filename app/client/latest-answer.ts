/** Asks for a ranking: of several questions in a channel only the latest is answered. */
import type { Adaptation } from '../protocol/adapter';
import type { TrainingMode } from '../protocol/trainer';
import type { SupportItem } from '../protocol/vocabulary';
import { SUPERSEDED } from './link';
import type { AdaptOptions } from './types';
import type { Workers } from './workers';

/** Training rests so long after an edit: on two cores it would slow the answer and the movement. */
const GIVE_WAY_MS = 150;

/** @returns null when a newer question in the channel superseded this one */
export async function latestAnswer(
  { adapter, trainer, askTrainer }: Workers,
  mode: TrainingMode,
  support: SupportItem[],
  { select = null, interventions, channel, onFirst, urgent }: AdaptOptions,
): Promise<Adaptation | null> {
  const first = onFirst !== undefined;
  const question = { support, select, interventions, channel, first };
  const answer = adapter.askLatest('adapt', question, onFirst);
  if (urgent && mode === 'play' && trainer.status === 'ready') {
    askTrainer('giveWay', { ms: GIVE_WAY_MS }).catch(() => undefined);
  }
  const reply = await answer;
  return reply === SUPERSEDED ? null : reply;
}
