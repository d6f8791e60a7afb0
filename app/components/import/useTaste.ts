import { useEffect, useMemo, useState } from 'react';
import type { Films } from '../../../src/data/taste/read-films';
import { matchFilms } from '../../../src/data/taste/match';
import { meanError, tasteOf, type Taste } from '../../../src/data/taste/support';
import { engine } from '../../engine';
import { store, useApp } from '../../store';
import { MAX_SUPPORT, sameSupport } from '../../store/support-edits';

/** How far off the model was about films that it was not told of. */
export interface SelfTest {
  rows: { item: number; own: number; model: number; average: number }[];
  /** Mean distance in stars. */
  model: number;
  average: number;
}

/** Matches a person's films with the catalogue, puts them in place, and tests the model on the rest. */
export function useTaste({ films }: Films) {
  const catalogue = useApp((state) => state.catalogue);
  const matches = useMemo(
    () => (catalogue ? matchFilms(films, catalogue.movies) : null),
    [films, catalogue],
  );
  /** Item by film that was asked about; null: none of those offered. */
  const [chosen, setChosen] = useState<ReadonlyMap<number, number | null>>(new Map());
  const [used, setUsed] = useState<Taste | null>(null);
  const [test, setTest] = useState<SelfTest | null>(null);
  const settled = useMemo(() => {
    if (!matches) return [];
    const answered = matches.unsure.flatMap(({ film }, n) => {
      const item = chosen.get(n);
      return typeof item === 'number' ? [{ film, item }] : [];
    });
    const taken = new Set<number>();
    return [...matches.found, ...answered].filter(({ item }) => {
      const isNew = !taken.has(item);
      taken.add(item);
      return isNew;
    });
  }, [matches, chosen]);
  // On a list with ratings a film without one says nothing.
  const told = useMemo(
    () => settled.filter(({ film }) => film.stars !== null || film.liked),
    [settled],
  );
  /** What would be taken. */
  const taste = useMemo(() => tasteOf(told, MAX_SUPPORT), [told]);
  const answer = useApp((state) => state.answer);

  useEffect(() => {
    if (!used || test || used.heldOut.length === 0) return;
    if (answer?.setting !== 'user' || answer.source !== 'live') return;
    const { adaptation, support } = answer;
    if (!adaptation.complete || !sameSupport(support.items, used.stars)) return;
    let gone = false;
    void engine
      .client()
      // Of somebody who has rated nothing: what the model thinks of anybody.
      .then((client) => client.adapt([], { channel: 'taste' }))
      .then((average) => {
        if (gone || !average) return;
        setTest({
          rows: used.heldOut.map(({ item, label }) => ({
            item,
            own: label,
            model: adaptation.scores[item],
            average: average.scores[item],
          })),
          model: meanError(used.heldOut, adaptation.scores),
          average: meanError(used.heldOut, average.scores),
        });
      });
    return () => {
      gone = true;
    };
  }, [used, test, answer]);

  return {
    matches,
    told,
    taste,
    /** Films of the catalogue that the list gives no rating, though it has ratings. */
    unrated: settled.filter((entry) => !told.includes(entry)).map(({ film }) => film),
    used,
    test,
    chosen,
    choose: (n: number, item: number | null) => setChosen((before) => new Map(before).set(n, item)),
    /** Puts the films in both settings' support sets. */
    use: () => {
      setTest(null);
      setUsed(taste);
      store.getState().takeTaste(taste.stars, taste.likes);
    },
  };
}
