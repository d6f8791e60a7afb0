import type { ReactNode } from 'react';
import type { Part } from './lesson';

/** A word that lights a part of the picture, and is lit by it. */
export function Lit({ part, children }: { part: Part; children: ReactNode }) {
  return (
    <mark className="lit" data-part={part} tabIndex={0}>
      {children}
    </mark>
  );
}
