import { useLazyStrings } from '../strings/lazy';
import { Lit } from './Lit';
import { partsInEquation } from './parts';

/** What the coloured symbols of an equation stand for: their twin for the keyboard and for touch. */
export function SymbolKey({ tex }: { tex: string }) {
  const strings = useLazyStrings().lessons;
  const parts = partsInEquation(tex);
  if (parts.length === 0) return null;
  return (
    <ul className="symbol-key" aria-label={strings.symbols}>
      {parts.map((part) => (
        <li key={part}>
          <Lit part={part}>{strings.parts[part]}</Lit>
        </li>
      ))}
    </ul>
  );
}
