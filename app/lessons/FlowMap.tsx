import { useLazyStrings } from '../strings/lazy';
import { panelOf } from './parts';
import { stage } from './stage';

/** The workbench from left to right, with the paper's symbols. */
const SYMBOLS = {
  support: 'Dˢ',
  context: 'C',
  hybrid: 'C ⊙ x',
  modulation: 'γ, β',
  backbone: 'h',
  recommendations: 'f(u, i)',
} as const;
export type Stop = keyof typeof SYMBOLS;
const STOPS = Object.keys(SYMBOLS) as Stop[];

/** A part of the workbench by its symbol: words light it, and it leads to its panel. */
export function FlowStop({ part }: { part: Stop }) {
  const strings = useLazyStrings().lessons;
  return (
    <a
      className="flow-stop"
      href={`#${panelOf(part)}`}
      data-part={part}
      onClick={(event) => {
        event.preventDefault();
        stage.scrollTo(part);
      }}
    >
      <i>{SYMBOLS[part]}</i>
      <span>{strings.parts[part]}</span>
    </a>
  );
}

/** The workbench in one line, at the head of an open lesson, where there is no room for the instrument. */
export function FlowMap() {
  const strings = useLazyStrings().lessons;
  return (
    <nav className="flow-map" aria-label={strings.flow}>
      <ol>
        {STOPS.map((part) => (
          <li key={part}>
            <FlowStop part={part} />
          </li>
        ))}
      </ol>
    </nav>
  );
}
