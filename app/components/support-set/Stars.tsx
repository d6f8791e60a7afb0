import { useStrings } from '../../strings';
import './stars.css';

/**
 * Half-star rating, 0.5 to 5: a native range under five drawn stars, so that it works by click,
 * drag, touch and arrow keys, and is read as a slider.
 */
export function Stars({
  value,
  label,
  onChange,
}: {
  value: number;
  label: string;
  onChange: (stars: number) => void;
}) {
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
        min={0.5}
        max={5}
        step={0.5}
        value={value}
        aria-label={label}
        aria-valuetext={t.stars(value)}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </span>
  );
}
