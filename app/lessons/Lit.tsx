import type { ReactNode } from 'react';
import type { Part } from './lesson';
import { panelOf } from './parts';
import { stage } from './stage';

/** A word that lights a part of the picture, is lit by it, and leads to it. */
export function Lit({ part, children }: { part: Part; children: ReactNode }) {
  return (
    <a
      className="lit"
      href={`#${panelOf(part)}`}
      data-part={part}
      onClick={(event) => {
        event.preventDefault();
        stage.scrollTo(part);
      }}
    >
      {children}
    </a>
  );
}
