/** Why a movie is in the list: which of the support movies speaks for it, and how its stars differ. */
import type { PageSetting, SupportItem } from '../../protocol/vocabulary';
import type { AdaptationSlice, Answer } from '../../store/adaptation';
import type { Strings } from '../../strings';
import { shownStars, starLevel } from '../common/stars';

/**
 * For each recommendation that was looked at, the support pair without which it would fall farthest, be
 * it a like or a dislike; a movie that would fall without none is left out.
 */
export function speakers(
  leftOut: AdaptationSlice['leftOut'],
  answer: Answer | null,
): ReadonlyMap<number, SupportItem> {
  const found = new Map<number, SupportItem>();
  if (!leftOut || leftOut.answer !== answer) return found;
  const { items, rankChange } = leftOut.effect;
  const support = leftOut.answer.support.items;
  items.forEach((item, k) => {
    let most = 0;
    support.forEach((pair, position) => {
      const falls = rankChange[position * items.length + k];
      if (falls <= most) return;
      most = falls;
      found.set(item, pair);
    });
  });
  return found;
}

/** A note in a row, and in full. */
export type Note = readonly [shown: string, full: string];

type Words = Pick<Strings['recommendations'], 'because' | 'becauseDisliked' | 'becauseRated'>;

/** In words: a movie may be here because another one was disliked. */
export function reasonOf(
  { label }: SupportItem,
  title: string,
  setting: PageSetting,
  words: Words,
): string {
  if (setting === 'user') return words.becauseRated(title, starLevel(label));
  return label === 1 ? words.because(title) : words.becauseDisliked(title);
}

/** By how many stars, as shown, a prediction differs from the one without any support set; null: not known. */
export function against(
  item: number,
  answer: Answer | null,
  unadaptedStars: AdaptationSlice['unadaptedStars'],
): number | null {
  if (answer?.setting !== 'user' || unadaptedStars?.steps !== answer.adaptation.steps) return null;
  if (unadaptedStars.variant.setting !== 'user' || answer.support.items.length === 0) return null;
  const difference =
    shownStars(answer.adaptation.scores[item]) - shownStars(unadaptedStars.scores[item]);
  return Number.isFinite(difference) ? Math.round(10 * difference) / 10 : null;
}
