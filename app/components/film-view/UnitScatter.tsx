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
  const placed = ({ gamma, beta }: Units): XY[] =>
    Array.from(gamma, (value, unit) => [round(x(value)), round(y(beta[unit]))]);
  const dots = placed(units);
  const before = against && placed(against);
  return (
    <svg
      translate="no"
      className="unit-scatter"
      viewBox={`0 0 ${SIZE} ${SIZE + FOOT}`}
      role="img"
      aria-label={label}
    >
      <rect x={0.5} y={0.5} width={SIZE - 1} height={SIZE - 1} rx={6} className="frame" />
      <line x1={x(1)} x2={x(1)} y1={1} y2={SIZE - 1} className="axis" />
      <line y1={y(0)} y2={y(0)} x1={1} x2={SIZE - 1} className="axis" />
      {before && <path className="moves" d={joining(before, dots)} />}
      {before && <path className="before" d={rings(before)} />}
      <path className="units" d={points(dots)} />
      {active !== null && dots[active] && (
        <circle className="is-active" cx={dots[active][0]} cy={dots[active][1]} r={4.5} />
      )}
      <text x={SIZE - 1} y={SIZE + 11} textAnchor="end">
        γ →
      </text>
      <text x={1} y={SIZE + 11}>
        β ↑
      </text>
    </svg>
  );
}

type XY = [number, number];

// One path for all units: as an element each they were half of what a new answer had to lay out.

const round = (value: number): number => Math.round(10 * value) / 10;
/** Lines of no length, which a round cap makes dots. */
const points = (dots: readonly XY[]): string => dots.map(([x, y]) => `M${x} ${y}h0`).join('');
const joining = (from: readonly XY[], to: readonly XY[]): string =>
  from.map(([x, y], k) => `M${x} ${y}L${to[k][0]} ${to[k][1]}`).join('');

const RING = 1.8;
const rings = (dots: readonly XY[]): string =>
  dots
    .map(
      ([x, y]) =>
        `M${round(x - RING)} ${y}a${RING} ${RING} 0 1 0 ${2 * RING} 0a${RING} ${RING} 0 1 0 ${-2 * RING} 0`,
    )
    .join('');
