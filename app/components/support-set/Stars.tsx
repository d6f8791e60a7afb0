import { useStrings } from '../../strings';
import './stars.css';

interface StarsProps {
  value: number;
  label: string;
  onChange: (stars: number) => void;
  /** Of a film without stars (0), which then is a value too: what is read in their place. */
  hint?: string;
  /** A tap or a drag is over, or Enter was pressed. */
  onDone?: () => void;
}

/**
 * Half-star rating, 0.5 to 5: a native range under five drawn stars, so that it works by click,
 * drag, touch and arrow keys, and is read as a slider.
 */
export function Stars({ value, label, onChange, hint, onDone }: StarsProps) {
  const t = useStrings().common;
  return (
    <span className="stars">
      <span className="stars-empty" aria-hidden>
        ★★★★★
      </span>
      <span className="stars-full" aria-hidden style={{ width: `${value * 20}%` }}>
        ★★★★★
      </span>
      <input
        type="range"
        min={hint === undefined ? 0.5 : 0}
        max={5}
        step={0.5}
        value={value}
        aria-label={label}
        aria-valuetext={value === 0 ? hint : t.stars(value)}
        onChange={(event) => onChange(Number(event.target.value))}
        onPointerUp={onDone}
        onKeyDown={({ key }) => key === 'Enter' && onDone?.()}
      />
    </span>
  );
}
