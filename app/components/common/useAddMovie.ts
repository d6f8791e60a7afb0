import { useCallback } from 'react';
import { store, useApp } from '../../store';
import { MAX_SUPPORT, put } from '../../store/support-edits';

/** Stars that a movie gets when it is added without any. */
export const DEFAULT_STARS = 4;

/** Puts a movie under a label into the present support set, or says that there is no more room. */
export function addMovie(item: number, label: number): void {
  const { setting, support, incoming, editSupport, notify } = store.getState();
  const { items } = support[setting];
  const isNew = !items.some((pair) => pair.item === item);
  if (isNew && items.length + incoming.length >= MAX_SUPPORT) notify('warning', 'support-full');
  else editSupport(put(item, label));
}

/** Adds a movie to the present support set: liked or not, or with stars in the other setting. */
export function useAddMovie(): (item: number, liked: boolean) => void {
  const setting = useApp((s) => s.setting);
  return useCallback(
    (item, liked) => addMovie(item, setting === 'scenario' ? Number(liked) : DEFAULT_STARS),
    [setting],
  );
}
