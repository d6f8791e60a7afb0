import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';

const SIZE = 96;
const MARGIN = 8;

interface UnitScatterProps {
  gamma: Float32Array;
  beta: Float32Array;
  /** Common to all layers, so that they can be compared. */
  gammaRange: readonly [number, number];
  betaRange: readonly [number, number];
  active: number | null;
  label: string;
}

/** Range of `values` that holds `neutral` too. */
export function rangeWith(values: readonly Float32Array[], neutral: number): [number, number] {
  const [low = neutral, high = neutral] = extent(values.flatMap((list) => Array.from(list)));
  return [Math.min(low, neutral), Math.max(high, neutral)];
}

/** Gamma against beta, one dot a unit; the cross is the untouched unit. */
export function UnitScatter(props: UnitScatterProps) {
  const { gamma, beta, gammaRange, betaRange, active, label } = props;
  const x = scaleLinear(gammaRange, [MARGIN, SIZE - MARGIN]);
  const y = scaleLinear(betaRange, [SIZE - MARGIN, MARGIN]);
  return (
    <svg className="unit-scatter" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
      <line x1={x(1)} x2={x(1)} y1={0} y2={SIZE} className="axis" />
      <line y1={y(0)} y2={y(0)} x1={0} x2={SIZE} className="axis" />
      {Array.from(gamma, (value, unit) => (
        <circle
          key={unit}
          cx={x(value)}
          cy={y(beta[unit])}
          r={unit === active ? 4 : 2.2}
          className={unit === active ? 'is-active' : undefined}
        />
      ))}
    </svg>
  );
}
