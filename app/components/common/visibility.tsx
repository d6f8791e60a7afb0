/** Panels that know whether they are in sight, and a way to read the store only while they are. */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useSyncExternalStore,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import { store, useApp } from '../../store';
import { isSeen } from '../../store/visibility';
import type { AppState } from '../../store/state';

/** A panel this close to the window counts as in sight: it is up to date before it is seen. */
const AHEAD = '240px 0px';

/** Name of the panel around a component; null outside of all. */
export const PanelName = createContext<string | null>(null);

/** Tells the store whether any of the panel is in the window or just outside of it. */
export function useVisibility(panel: string, target: RefObject<Element | null>): void {
  useEffect(() => {
    const { setPanelVisible: see } = store.getState();
    let isNear = true;
    const observer = new IntersectionObserver(
      (entries) => see(panel, (isNear = entries.at(-1)!.isIntersecting)),
      { rootMargin: AHEAD },
    );
    observer.observe(target.current!);
    // On paper everything is in sight; the page is laid out for it when this returns.
    const print = () => flushSync(() => see(panel, true));
    const printed = () => see(panel, isNear);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', printed);
    return () => {
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', printed);
      observer.disconnect();
      see(panel, true);
    };
  }, [panel, target]);
}

const never = () => () => undefined;

/**
 * As `useApp`, but changes cause no render while the panel around is out of sight; the present value
 * is there in the render in which it comes back.
 */
export function useSeen<T>(select: (state: AppState) => T): T {
  const panel = useContext(PanelName);
  const seen = useApp((state) => panel === null || isSeen(state, panel));
  const read = useCallback(() => select(store.getState()), [select]);
  return useSyncExternalStore(seen ? store.subscribe : never, read);
}
