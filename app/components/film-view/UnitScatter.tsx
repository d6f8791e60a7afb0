import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';

const SIZE = 104;
const MARGIN = 9;
const FOOT = 13;

export interface Units {
  gamma: Float32Array;
  beta: Float32Array;
}

interface UnitScatterProps {
  units: Units;
  /** The pinned modulation's: hollow, joined to ours. */
  against: Units | null;
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

/** Gamma against beta, one dot a unit; where the lines cross a unit is left as it is. */
export function UnitScatter(props: UnitScatterProps) {
  const { units, against, gammaRange, betaRange, active, label } = props;
  const x = scaleLinear(gammaRange, [MARGIN, SIZE - MARGIN]);
  const y = scaleLinear(betaRange, [SIZE - MARGIN, MARGIN]);
  return (
    <svg
      className="unit-scatter"
      viewBox={`0 0 ${SIZE} ${SIZE + FOOT}`}
      role="img"
      aria-label={label}
    >
      <rect x={0.5} y={0.5} width={SIZE - 1} height={SIZE - 1} rx={6} className="frame" />
      <line x1={x(1)} x2={x(1)} y1={1} y2={SIZE - 1} className="axis" />
      <line y1={y(0)} y2={y(0)} x1={1} x2={SIZE - 1} className="axis" />
      {against &&
        Array.from(against.gamma, (gamma, unit) => (
          <g key={unit} className="before">
            <line
              x1={x(gamma)}
              y1={y(against.beta[unit])}
              x2={x(units.gamma[unit])}
              y2={y(units.beta[unit])}
            />
            <circle cx={x(gamma)} cy={y(against.beta[unit])} r={1.8} />
          </g>
        ))}
      {Array.from(units.gamma, (gamma, unit) => (
        <circle
          key={unit}
          cx={x(gamma)}
          cy={y(units.beta[unit])}
          r={unit === active ? 4.5 : 2.2}
          className={unit === active ? 'unit is-active' : 'unit'}
        />
      ))}
      <text x={SIZE - 1} y={SIZE + 11} textAnchor="end">
        γ →
      </text>
      <text x={1} y={SIZE + 11}>
        β ↑
      </text>
    </svg>
  );
}
