import type { ReactNode } from 'react';
import { Crosshair } from 'lucide-react';
import type { Part } from '../../lessons/lesson';
import { panelOf } from '../../lessons/parts';
import { stage } from '../../lessons/stage';
import { useLazyStrings } from '../../strings/lazy';
import { IconButton } from '../common/IconButton';
import { Equation } from '../equation/Equation';

interface StageProps {
  part: Part;
  title: string;
  sub: string;
  equation: string;
  children: ReactNode;
}

/** Goes to the panel that draws a part; the backbone's picture may have to be opened for that. */
function showPart(part: Part): void {
  if (panelOf(part) === 'backbone') stage.openTab('modulation');
  stage.scrollTo(part);
}

/** One stage of the chain: what it is, its equation with the symbols lit, its panel, its numbers. */
export function Stage({ part, title, sub, equation, children }: StageProps) {
  const { explain: strings, lessons } = useLazyStrings();
  const partNames = lessons.parts;
  return (
    <section className="explain-stage" data-part={part}>
      <header>
        <h3>{title}</h3>
        <Equation tex={equation} />
        <IconButton label={strings.show(partNames[part])} onPress={() => showPart(part)}>
          <Crosshair size={14} aria-hidden />
        </IconButton>
      </header>
      <p className="explain-sub">{sub}</p>
      {children}
    </section>
  );
}
