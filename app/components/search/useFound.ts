/** What the catalogue has under a title: those that match, and near ones where hardly any do. */
import { useEffect, useMemo, useState } from 'react';
import type { Catalogue } from '../../store/catalogue';
import { findTitles, indexTitles, type TitleIndex } from './match';
import type * as Near from './near';

/** With fewer than this near titles are offered. */
const FEW = 3;

type NearModule = typeof Near;

export interface Found {
  /** Items: first those that match, then the near ones. */
  items: number[];
  /** How many match. */
  matching: number;
  /** null until somebody searches, and without a catalogue. */
  index: TitleIndex | null;
}

const NOTHING: Found = { items: [], matching: 0, index: null };

/** @param typed what is in the field; null: nobody searches yet, and nothing is made ready */
export function useFound(catalogue: Catalogue | null, typed: string | null) {
  const searching = typed !== null;
  const index = useMemo(
    () =>
      searching && catalogue ? indexTitles(catalogue.movies.title, catalogue.movies.year) : null,
    [searching, catalogue],
  );
  const matching = useMemo(
    () => (index && typed !== null ? findTitles(index, typed) : []),
    [index, typed],
  );
  const isFew = index !== null && matching.length < FEW;
  const [near, setNear] = useState<NearModule | null>(null);
  useEffect(() => {
    // Where it cannot be fetched there are no near titles.
    if (isFew && !near) import('./near').then(setNear, () => undefined);
  }, [isFew, near]);
  const words = useMemo(
    () => (near && index ? { find: near.findNear, of: near.indexWords(index) } : null),
    [near, index],
  );
  return useMemo((): Found => {
    if (!index || typed === null) return NOTHING;
    if (!isFew || !words) return { items: matching, matching: matching.length, index };
    const others = words.find(words.of, typed).filter((item) => !matching.includes(item));
    return { items: [...matching, ...others], matching: matching.length, index };
  }, [index, matching, typed, isFew, words]);
}
