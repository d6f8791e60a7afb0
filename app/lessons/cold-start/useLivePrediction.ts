import { useMemo } from 'react';
import { store, useApp } from '../../store';
import type { Answer } from '../../store/adaptation';
import type { AppState } from '../../store/state';
import { replace } from '../../store/support-edits';
import type { SupportItem } from '../../protocol/vocabulary';
import { stage } from '../stage';
import type { Person } from './challenge-format';

/** The person's four films as the support set of a new visitor; null while they are not known here. */
function supportOf({ shown }: Person, itemOfId: ReadonlyMap<number, number>): SupportItem[] | null {
  const pairs = shown.map(({ id, stars }) => ({ item: itemOfId.get(id), label: stars }));
  return pairs.every((pair): pair is SupportItem => pair.item !== undefined) ? pairs : null;
}

/** The answer for just these pairs of a new visitor, if that is what the page shows. */
function answerTo(support: SupportItem[] | null, { answer }: AppState): Answer | null {
  if (!support || answer?.setting !== 'user' || answer.source !== 'live') return null;
  const given = new Map(answer.support.items.map(({ item, label }) => [item, label]));
  const isSame =
    given.size === support.length && support.every(({ item, label }) => given.get(item) === label);
  return isSame ? answer : null;
}

/**
 * Stars that the model on this page predicts, by the film's identifier, once it answers just the
 * person's four films; null before that.
 */
export function useLivePrediction(person: Person): ReadonlyMap<number, number> | null {
  const catalogue = useApp((s) => s.catalogue);
  const support = useMemo(
    () => catalogue && supportOf(person, catalogue.itemOfId),
    [catalogue, person],
  );
  const answer = useApp((s) => answerTo(support, s));
  if (!catalogue || !answer) return null;
  const { scores } = answer.adaptation;
  return new Map(person.asked.map(({ id }) => [id, scores[catalogue.itemOfId.get(id)!]]));
}

/** Shows the model the person's four films for as long as the game with them lasts. */
export function showStranger(person: Person): void {
  const { catalogue, showStranger: show } = store.getState();
  const support = catalogue && supportOf(person, catalogue.itemOfId);
  if (support) show(support);
}

/** Gives the model the person's four films, and shows where; undo brings the visitor's own back. */
export function handOver(person: Person): void {
  const { catalogue, setSetting, editSupport } = store.getState();
  const support = catalogue && supportOf(person, catalogue.itemOfId);
  if (!support) return;
  setSetting('user');
  editSupport(replace(support));
  stage.scrollTo('support');
}

/** Whether `showStranger` and `handOver` can do anything: the data set holds all four films. */
export const useCanHandOver = (person: Person): boolean =>
  useApp((s) => s.catalogue !== null && supportOf(person, s.catalogue.itemOfId) !== null);
