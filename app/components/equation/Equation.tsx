import { useEffect, useRef } from 'react';

/**
 * An equation in KaTeX. Symbols wrapped in `\htmlData{part=...}{...}` light that part of the
 * picture (`app/lessons/light.ts`). KaTeX and its fonts arrive with the first equation; until then,
 * and for screen readers, the source stands in its place.
 */
export function Equation({ tex, label }: { tex: string; label: string }) {
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let gone = false;
    void import('./render').then(({ renderEquation }) => {
      if (!gone && holder.current) renderEquation(tex, holder.current);
    });
    return () => {
      gone = true;
    };
  }, [tex]);
  return (
    <span className="equation" role="math" aria-label={label}>
      <span ref={holder} aria-hidden="true">
        {tex}
      </span>
    </span>
  );
}
