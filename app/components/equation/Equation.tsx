import { useEffect, useRef } from 'react';
import './equation.css';

/**
 * An equation in KaTeX. Symbols wrapped in `\htmlData{part=...}{...}` light that part of the
 * picture (`app/lessons/light.ts`). KaTeX and its fonts arrive with the first equation; until then
 * the source stands in its place.
 */
export function Equation({ tex }: { tex: string }) {
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let gone = false;
    import('./render').then(
      ({ renderEquation }) => {
        if (!gone && holder.current) renderEquation(tex, holder.current);
      },
      () => undefined, // without a network the source stays
    );
    return () => {
      gone = true;
    };
  }, [tex]);
  return (
    <span className="equation" translate="no" ref={holder}>
      {tex}
    </span>
  );
}
