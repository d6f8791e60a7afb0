import { useSyncExternalStore } from 'react';

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
