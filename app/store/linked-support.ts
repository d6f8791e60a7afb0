/** Support pairs as links hold them: how they are written, and how they become items and back. */
import * as v from 'valibot';
import type { PageSetting, SupportItem } from '../protocol/vocabulary';
import type { Catalogue } from './catalogue';
import type { AppState } from './state';
import { sameSupport } from './support-edits';

/** A support pair as links hold it: by the movie identifier of the source data. */
export interface LinkedPair {
  id: number;
  /** 1 liked, 0 disliked, or stars. */
  label: number;
}

const PAIR = /^([1-9]\d{0,8})(?:\*(0|[0-5](?:\.5)?))?$/;

/** `260_1193*0` (liked, disliked) or `260*4.5_1193*5` (stars); `none` is the empty support set. */
export const supportSchema = v.pipe(
  v.string(),
  v.check((text) => text === 'none' || text.split('_').every((pair) => PAIR.test(pair))),
  v.transform((text): LinkedPair[] =>
    text === 'none'
      ? []
      : text.split('_').map((pair) => {
          const [, id, label] = PAIR.exec(pair)!;
          return { id: Number(id), label: label === undefined ? 1 : Number(label) };
        }),
  ),
  v.check((pairs) => pairs.every(({ label }) => label <= 5)),
  v.check((pairs) => new Set(pairs.map(({ id }) => id)).size === pairs.length),
  v.maxLength(64),
);

const printPair = ({ id, label }: LinkedPair) => (label === 1 ? `${id}` : `${id}*${label}`);

export const printPairs = (pairs: readonly LinkedPair[]): string =>
  pairs.length > 0 ? pairs.map(printPair).join('_') : 'none';

/**
 * The support set of a state; null when a link need not name it.
 * @param last what the last address said, where the state is silent
 */
export function linkedSupport(
  state: AppState,
  catalogue: Catalogue,
  last: { genre: string; support: readonly LinkedPair[] | null },
): readonly LinkedPair[] | null {
  const { genre, items } = state.support[state.setting];
  const { ownSupport } = state;
  // While the genre's own support set is coming in, the genre alone says it all.
  if (state.incoming.length > 0) return null;
  const own = genre === null ? [] : ownSupport?.genre === genre ? ownSupport.items : null;
  if (own === null && items.length === 0 && state.supportCause === 'stream') {
    return last.genre === genre ? last.support : null;
  }
  // A page that was opened with pairs of its own never asked for the genre's.
  if (own !== null && sameSupport(items, own)) return null;
  return items.map(({ item, label }) => ({ id: catalogue.movies.id[item], label }));
}

/**
 * Support pairs of a link as items. Those that the data does not hold, or whose label does not fit
 * the setting, are left out and counted.
 */
export function resolvePairs(
  pairs: readonly LinkedPair[],
  catalogue: Catalogue,
  setting: PageSetting,
): { items: SupportItem[]; lost: number } {
  const fits = (label: number) =>
    setting === 'scenario' ? label <= 1 && label % 1 === 0 : label > 0;
  const items = pairs.flatMap(({ id, label }) => {
    const item = catalogue.itemOfId.get(id);
    return item === undefined || !fits(label) ? [] : [{ item, label }];
  });
  return { items, lost: pairs.length - items.length };
}
