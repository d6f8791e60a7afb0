import { useCallback, useMemo } from 'react';
import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { scopeItems } from '../../store/scope';
import { useStrings } from '../../strings';
import { useMedia, usePhone } from '../common/media';
import { Skeleton } from '../common/Skeleton';
import { useAddMovie } from '../common/useAddMovie';
import { explainScore } from '../explain/explain-score';
import { RankedList } from './RankedList';
import { useNotes } from './useNotes';
import { movesWithout, rankedView } from './view';

/** The ranking of the present answer: what changes with each edit, and nothing else. */
export function Ranked() {
  const r = useStrings().recommendations;
  const setting = useApp((s) => s.setting);
  const answer = useApp((s) => s.answer);
  const reference = useApp((s) => s.reference);
  const failed = useApp((s) => s.failure !== null);
  const scope = useApp((s) => s.scope);
  const selected = useApp((s) => s.selected);
  const select = useApp((s) => s.select);
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  const leftOut = useApp((s) => s.leftOut);
  const hovered = useApp((s) => s.hoveredSupport);
  const add = useAddMovie();
  const phone = usePhone();
  const coarse = useMedia('(pointer: coarse)');

  const view = useMemo(
    () =>
      answer?.setting === setting
        ? rankedView(answer, reference, scopeItems(scope, answer, catalogue))
        : null,
    [answer, setting, reference, scope, catalogue],
  );
  const labelOf = useCallback(
    (item: number) => movieLabel({ catalogue, recordedTitles }, item),
    [catalogue, recordedTitles],
  );
  const noteOf = useNotes(answer, labelOf);
  const without = useMemo(() => movesWithout(leftOut, answer, hovered), [leftOut, answer, hovered]);

  if (!view || !answer) return failed ? null : <Skeleton rows={13} label={r.loading} />;
  if (view.list.length === 0) return <p className="empty">{r.empty}</p>;
  return (
    <RankedList
      view={view}
      setting={setting}
      selected={selected}
      without={without}
      labelOf={labelOf}
      noteOf={noteOf}
      layout={phone ? 'pages' : 'scroll'}
      rowHeight={coarse ? 44 : 36}
      onSelect={select}
      onExplain={explainScore}
      onAdd={add}
    />
  );
}
