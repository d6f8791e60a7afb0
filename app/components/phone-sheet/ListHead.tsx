import { useMemo } from 'react';
import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { listed } from '../../store/ranking';
import { FilmFace } from '../common/FilmFace';
import './list-head.css';

interface Film {
  item: number;
  title: string;
}

/** The first `count` films of the present ranking. */
export function useListHead(count: number): Film[] {
  const answer = useApp((s) => (s.answer?.setting === s.setting ? s.answer : null));
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  return useMemo(() => {
    if (!answer) return [];
    const held = answer.support.items.map(({ item }) => item);
    const first = [...listed(answer.adaptation.order, held, null).subarray(0, count)];
    return first.map((item) => ({
      item,
      title: movieLabel({ catalogue, recordedTitles }, item).title,
    }));
  }, [answer, catalogue, recordedTitles, count]);
}

/** These films in small, for the eye only: what is around says them. */
export function ListHead({ films }: { films: readonly Film[] }) {
  return (
    <span className="list-head" aria-hidden translate="no">
      {films.map(({ item, title }, k) => (
        <span key={item} data-item={item}>
          <i className="num">{k + 1}</i>
          <FilmFace item={item} />
          <b>{title}</b>
        </span>
      ))}
    </span>
  );
}
