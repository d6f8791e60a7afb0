import { useEffect, type RefObject } from 'react';
import { store } from '../../store';
import { followTouchDrag } from './touch-drag';
import { addMovie, DEFAULT_STARS } from './useAddMovie';

/** A movie that was let go over a tray gets the tray's label; stars that it has it keeps. */
function drop(item: number, tray: HTMLElement): void {
  const { support, setting } = store.getState();
  const { tray: label } = tray.dataset;
  const present = support[setting].items.find((pair) => pair.item === item);
  const stars = present?.label ?? DEFAULT_STARS;
  addMovie(item, label === 'rated' ? stars : Number(label));
}

/** Lets fingers drag movies inside `area`. */
export function useTouchDrag(area: RefObject<HTMLElement | null>): void {
  useEffect(() => (area.current ? followTouchDrag(area.current, drop) : undefined), [area]);
}
