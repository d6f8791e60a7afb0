import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../store/adaptation';
import type { MovieLabel } from '../../store/catalogue';
import { overlap } from '../../store/ranking';
import { useStrings } from '../../strings';
import type { RankedView } from './view';

/** Movies that the sentence compares. */
const FIRST = 20;
/** A burst of changes (a stream, a drag along a slider) is told once, when it is over. */
const QUIET_MS = 900;

/** A polite sentence for each change of the ranking that the visitor made. */
export function RankAnnouncement({
  view,
  answer,
  labelOf,
}: {
  view: RankedView;
  answer: Answer;
  labelOf: (item: number) => MovieLabel;
}) {
  const t = useStrings();
  const [sentence, setSentence] = useState('');
  const told = useRef({ list: view.list, support: answer.support, held: answer.held });

  useEffect(() => {
    // Training moves the ranking many times a second: only what the visitor changed is told.
    const { support, held } = told.current;
    if (answer.support === support && answer.held === held) return;
    const timer = setTimeout(() => {
      const { list } = view;
      const { title, year } = labelOf(list[0]);
      const size = Math.min(FIRST, list.length);
      const fresh = Math.round((1 - overlap(list, told.current.list, size)) * size);
      told.current = { list, support: answer.support, held: answer.held };
      setSentence(t.recommendations.announce(t.common.movie(title, year), fresh, size));
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [view, answer, labelOf, t]);

  return (
    <p className="visually-hidden" aria-live="polite" data-testid="rank-announcement">
      {sentence}
    </p>
  );
}
