import { plain } from './Terms';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { usePhone } from '../common/media';

interface StripProps {
  values: ArrayLike<number>;
  /** For screen readers; the exact values are in the arithmetic beside. */
  label: string;
  selected?: number;
  onSelect?: (index: number) => void;
  nameOf: (index: number) => string;
  /** Cells on a line. */
  columns?: number;
}

const CELL = 11;

/**
 * A vector as a row of cells, orange below zero and purple above, scaled to its own largest value.
 * The cells are one slider to the keyboard: left and right walk through them.
 */
export function Strip(props: StripProps) {
  const { values, label, selected, onSelect, nameOf } = props;
  // A finger needs a larger cell.
  const phone = usePhone();
  const columns = props.columns ?? (phone && onSelect ? 16 : 32);
  const list = Array.from(values);
  const reach = max(list, Math.abs) || 1;
  const share = scaleLinear([0, reach], [0, 100]).clamp(true);
  const rows = Math.ceil(list.length / columns);
  const colour = (value: number) =>
    `color-mix(in srgb, var(${value < 0 ? '--neg' : '--pos'}) ${share(Math.abs(value)).toFixed(0)}%, var(--hair))`;
  const step = (by: number) =>
    onSelect?.(Math.min(list.length - 1, Math.max(0, (selected ?? 0) + by)));
  return (
    <svg
      translate="no"
      className="explain-strip"
      viewBox={`0 0 ${columns * CELL} ${rows * CELL}`}
      role={onSelect ? 'slider' : 'img'}
      tabIndex={onSelect ? 0 : undefined}
      aria-label={label}
      aria-valuemin={onSelect ? 1 : undefined}
      aria-valuemax={onSelect ? list.length : undefined}
      aria-valuenow={onSelect ? (selected ?? 0) + 1 : undefined}
      aria-valuetext={
        onSelect && selected !== undefined
          ? `${nameOf(selected)}: ${plain(list[selected])}`
          : undefined
      }
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[
          event.key
        ];
        if (by === undefined) return;
        event.preventDefault();
        step(by);
      }}
    >
      {list.map((value, index) => (
        <rect
          key={index}
          x={(index % columns) * CELL}
          y={Math.floor(index / columns) * CELL}
          width={CELL - 1}
          height={CELL - 1}
          rx={2}
          fill={colour(value)}
          className={index === selected ? 'is-selected' : undefined}
          onClick={onSelect && (() => onSelect(index))}
        >
          <title>{`${nameOf(index)}: ${plain(value)}`}</title>
        </rect>
      ))}
    </svg>
  );
}
