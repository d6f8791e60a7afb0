import { useLazyStrings } from '../../strings/lazy';
import type { Frame } from './projection';

/** What the two axes of a linear map are, and how much of the variance lies along each. */
export function MapAxes({ explained, frame }: { explained: readonly number[]; frame: Frame }) {
  const t = useLazyStrings().map;
  return (
    <g className="map-axes" aria-hidden="true">
      <text x={frame.width - 2} y={frame.height - 5} textAnchor="end">
        {t.axisShare(1, explained[0])} →
      </text>
      <text x={2} y={12}>
        ↑ {t.axisShare(2, explained[1])}
      </text>
    </g>
  );
}
