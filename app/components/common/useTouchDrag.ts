import { useEffect, type RefObject } from 'react';
import { store } from '../../store';
import { addMovie, DEFAULT_STARS } from './useAddMovie';

/** A movie that was let go over a tray gets the tray's label; stars that it has it keeps. */
function drop(item: number, tray: HTMLElement): void {
  const { support, setting } = store.getState();
  const { tray: label } = tray.dataset;
  const current = support[setting].items.find((pair) => pair.item === item);
  const stars = current?.label ?? DEFAULT_STARS;
  addMovie(item, label === 'rated' ? stars : Number(label));
}

/** Lets fingers drag movies inside `area`; the code for it comes beside the first answer. */
export function useTouchDrag(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    import('./touch-drag')
      .then(({ followTouchDrag }) => {
        if (!gone && area.current) stop = followTouchDrag(area.current, drop);
      })
      .catch(() => undefined); // plus signs and arrows do the same
    return () => {
      gone = true;
      stop?.();
    };
  }, [area]);
}
