import { useSyncExternalStore } from 'react';
import { useApp } from '../../store';

const queries = new Map<string, MediaQueryList>();

/** One list for each query: making one costs more than reading it, and rows read them often. */
function mediaOf(query: string): MediaQueryList {
  const known = queries.get(query) ?? matchMedia(query);
  queries.set(query, known);
  return known;
}

/** Follows a media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = mediaOf(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => mediaOf(query).matches,
  );
}

export const useReducedMotion = () => useMedia('(prefers-reduced-motion: reduce)');

/** One column: the phone layout. */
export const usePhone = () => useMedia('(max-width: 720px)');

/** Dark colours are on, by choice or by the system's; on paper never. */
export function useDark(): boolean {
  const theme = useApp((s) => s.theme);
  const system = useMedia('(prefers-color-scheme: dark)');
  const paper = useMedia('print');
  if (paper) return false;
  return theme === 'dark' || (theme === 'system' && system);
}
