import { useLazyStrings } from '../../strings/lazy';
import { fixed } from '../figure/numbers';
import { linkOpacity, linkWidth } from './routes';

const SAMPLES = [0.1, 0.5, 1] as const;

/** What the width of a link stands for. */
export function RouteLegend() {
  const strings = useLazyStrings().routes;
  return (
    <span className="route-legend">
      <span data-caption>{strings.weight}</span>
      {SAMPLES.map((weight) => (
        <span key={weight}>
          <svg translate="no" width="20" height="13" aria-hidden="true">
            <line
              x2="20"
              y1="6.5"
              y2="6.5"
              stroke="var(--context)"
              strokeWidth={linkWidth(weight)}
              strokeOpacity={linkOpacity(weight)}
            />
          </svg>
          <span data-caption>{fixed(weight, 1)}</span>
        </span>
      ))}
    </span>
  );
}
