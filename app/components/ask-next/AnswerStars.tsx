import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { starLevel } from '../common/stars';
import '../support-set/stars.css';

/**
 * Stars of a film that has none yet: a tap or a drag rates when it is let go; by keyboard the arrows choose,
 * and Enter or the button rates.
 */
export function AnswerStars({ title, onRate }: { title: string; onRate: (stars: number) => void }) {
  const { common } = useStrings();
  const { askNext: t } = useLazyStrings();
  const [stars, setStars] = useState(0);
  const rate = (): void => {
    if (stars > 0) onRate(stars);
  };
  return (
    <span className="ask-answer">
      <span className="stars">
        <span className="stars-empty" aria-hidden>
          ★★★★★
        </span>
        <span className="stars-full" aria-hidden style={{ width: `${stars * 20}%` }}>
          ★★★★★
        </span>
        <input
          type="range"
          min={0}
          max={5}
          step={0.5}
          value={stars}
          aria-label={t.rate(title)}
          aria-valuetext={stars === 0 ? t.hint : common.stars(stars)}
          onChange={(event) => setStars(Number(event.target.value))}
          onPointerUp={rate}
          onKeyDown={({ key }) => key === 'Enter' && rate()}
        />
      </span>
      {stars > 0 ? (
        <Button className="button small-button" onPress={rate}>
          {t.confirm(starLevel(stars))}
        </Button>
      ) : (
        <small>{t.hint}</small>
      )}
    </span>
  );
}
