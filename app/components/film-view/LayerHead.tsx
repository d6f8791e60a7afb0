import { ToggleButton } from 'react-aria-components';
import { cornerOf, diverging } from '../figure/diverging';
import { fixed } from '../figure/numbers';

interface LayerHeadProps {
  title: string;
  /** For each row of the layer: what pale and full colour stand for. */
  scales: readonly { symbol: string; neutral: number; reach: number }[];
  /** Said in place of the scales when every unit has its own. */
  byUnit: string | null;
  /** Leaves the whole layer unmodulated; null where its units are not modulated one by one. */
  leaving: { label: string; isLeft: boolean; onLeave: (isLeft: boolean) => void } | null;
}

/** Samples of the scale, from full orange to full purple. */
const STOPS = [-1, -0.5, 0, 0.5, 1];

/** A layer's name and the colour scale of its rows: full orange, neutral, full purple. */
export function LayerHead({ title, scales, byUnit, leaving }: LayerHeadProps) {
  return (
    <div className="film-head">
      <h3 data-caption>{title}</h3>
      {leaving && (
        <ToggleButton
          className="figure-toggle"
          isSelected={leaving.isLeft}
          onChange={leaving.onLeave}
        >
          {leaving.label}
        </ToggleButton>
      )}
      {byUnit ?? (
        <span className="film-scales">
          {scales.map(({ symbol, neutral, reach }) => (
            <span key={symbol} className="film-scale">
              <span data-caption>
                <i>{symbol}</i> {fixed(neutral - reach, 2)}
              </span>
              <svg translate="no" viewBox="0 0 44 8" width="44" height="8" aria-hidden="true">
                {STOPS.map((stop, k) => (
                  <rect
                    key={stop}
                    x={9 * k}
                    width={8}
                    height={8}
                    rx={cornerOf(stop, 1, 8)}
                    fill={diverging(stop, 1)}
                  />
                ))}
              </svg>
              <span data-caption>{fixed(neutral + reach, 2)}</span>
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
