import type { ReactNode } from 'react';
import { Equation } from '../equation/Equation';
import type { Part } from '../../lessons/lesson';

interface StageProps {
  part: Part;
  title: string;
  sub: string;
  equation: string;
  children: ReactNode;
}

/** One stage of the chain: what it is, its equation with the symbols lit, its numbers. */
export function Stage({ part, title, sub, equation, children }: StageProps) {
  return (
    <section className="explain-stage" data-part={part}>
      <header>
        <h3>{title}</h3>
        <Equation tex={equation} label={title} />
      </header>
      <p className="explain-sub">{sub}</p>
      {children}
    </section>
  );
}
