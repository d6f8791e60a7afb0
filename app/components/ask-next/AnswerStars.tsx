import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useLazyStrings } from '../../strings/lazy';
import { starLevel } from '../common/stars';
import { Stars } from '../support-set/Stars';

/**
 * Stars of a film that has none yet: a tap or a drag rates when it is let go; by keyboard the arrows choose,
 * and Enter or the button rates.
 */
export function AnswerStars({ title, onRate }: { title: string; onRate: (stars: number) => void }) {
  const { askNext: t } = useLazyStrings();
  const [stars, setStars] = useState(0);
  const rate = (): void => {
    if (stars > 0) onRate(stars);
  };
  return (
    <span className="ask-answer">
      <Stars value={stars} label={t.rate(title)} hint={t.hint} onChange={setStars} onDone={rate} />
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
