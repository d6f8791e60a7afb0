import { useLaterStrings } from '../strings/later';
import type { Part } from './lesson';
import { panelOf } from './parts';
import { stage } from './stage';

/** The workbench from left to right, with the paper's symbols. */
const STOPS: readonly { part: Part; symbol: string }[] = [
  { part: 'support', symbol: 'Dˢ' },
  { part: 'context', symbol: 'C' },
  { part: 'hybrid', symbol: 'C ⊙ x' },
  { part: 'modulation', symbol: 'γ, β' },
  { part: 'backbone', symbol: 'h' },
  { part: 'recommendations', symbol: 'f(u, i)' },
];

/**
 * The workbench in small, beside the lessons: while the panels are out of sight, words and symbols
 * light it instead, and each stop leads to its panel.
 */
export function FlowMap() {
  const strings = useLaterStrings().lessons;
  return (
    <div className="flow-aside">
      <nav className="flow-map" aria-label={strings.flow}>
        <ol>
          {STOPS.map(({ part, symbol }) => (
            <li key={part}>
              <a
                className="flow-stop"
                href={`#${panelOf(part)}`}
                data-part={part}
                onClick={(event) => {
                  event.preventDefault();
                  stage.scrollTo(part);
                }}
              >
                <i>{symbol}</i>
                <span>{strings.parts[part]}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}
