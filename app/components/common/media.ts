import { useSyncExternalStore } from 'react';
import { useApp } from '../../store';

/** Follows a media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

export const useReducedMotion = () => useMedia('(prefers-reduced-motion: reduce)');

/** One column: the phone layout. */
export const usePhone = () => useMedia('(max-width: 720px)');

/** Dark colours are on, by choice or by the system's. */
export function useDark(): boolean {
  const theme = useApp((s) => s.theme);
  const system = useMedia('(prefers-color-scheme: dark)');
  return theme === 'dark' || (theme === 'system' && system);
}
