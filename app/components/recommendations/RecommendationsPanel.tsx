import { Pin, PinOff } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { engine } from '../../store/engine';
import { useStrings } from '../../strings';
import { useMedia, usePhone } from '../common/media';
import { useAddMovie } from '../common/useAddMovie';
import { Panel } from '../common/Panel';
import { Segmented } from '../common/Segmented';
import { Skeleton } from '../common/Skeleton';
import { Trouble } from '../common/Trouble';
import { noticeText } from '../notice/text';
import { RankAnnouncement } from './RankAnnouncement';
import { RankedList } from './RankedList';
import { Provenance } from './Provenance';
import { movesWithout, rankedView, scopeItems } from './view';
import './recommendations.css';

/** The right column: every movie that is not in the support set, by the adapted network's score. */
export function RecommendationsPanel() {
  const t = useStrings();
  const r = t.recommendations;
  const setting = useApp((s) => s.setting);
  const answer = useApp((s) => s.answer);
  const reference = useApp((s) => s.reference);
  const failure = useApp((s) => s.failure);
  const waiting = useApp((s) => s.waiting);
  const scope = useApp((s) => s.scope);
  const setScope = useApp((s) => s.setScope);
  const selected = useApp((s) => s.selected);
  const select = useApp((s) => s.select);
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  const untrained = useApp((s) => s.model?.provenance === null && s.model.steps === 0);
  const togglePin = useApp((s) => s.togglePinnedRanking);
  const leftOut = useApp((s) => s.leftOut);
  const hovered = useApp((s) => s.hoveredSupport);
  const add = useAddMovie();
  const phone = usePhone();
  const coarse = useMedia('(pointer: coarse)');

  const fits = answer?.setting === setting;
  const view = useMemo(
    () =>
      answer && fits ? rankedView(answer, reference, scopeItems(scope, answer, catalogue)) : null,
    [answer, fits, reference, scope, catalogue],
  );
  const labelOf = useCallback(
    (item: number) => movieLabel({ catalogue, recordedTitles }, item),
    [catalogue, recordedTitles],
  );

  const without = useMemo(() => movesWithout(leftOut, answer, hovered), [leftOut, answer, hovered]);

  const unadapted = answer?.support.items.length === 0;
  const caption = () => {
    if (without && hovered !== null) return r.without(labelOf(hovered).title);
    return reference && fits ? r.arrows[reference.kind] : '';
  };
  const pinned = reference?.kind === 'pinned';
  const sub = unadapted && fits ? r.sub.unadapted : r.sub[setting];
  return (
    <Panel
      name="recommendations"
      title={r.title}
      symbol={{ text: r.symbol, help: r.symbolHelp }}
      sub={untrained ? r.untrained : sub}
      actions={
        setting === 'genre' && (
          <Segmented
            look="words"
            label={r.scope}
            segments={[
              { id: 'all', label: r.all },
              { id: 'genre', label: r.inGenre },
            ]}
            value={scope}
            onChange={setScope}
          />
        )
      }
    >
      {/* A ranking from before, or a recorded one, stays in sight below what went wrong. */}
      {failure && (
        <Trouble
          title={t.noticeLabels.model}
          detail={noticeText(t, failure.code, failure.detail)}
          action={{ label: t.common.tryAgain, onPress: () => void engine.retry() }}
        />
      )}
      {!view ? (
        !failure && <Skeleton rows={13} label={r.loading} />
      ) : view.list.length === 0 ? (
        <p className="empty">{r.empty}</p>
      ) : (
        <RankedList
          view={view}
          setting={setting}
          selected={selected}
          without={without}
          labelOf={labelOf}
          layout={phone ? 'pages' : 'scroll'}
          rowHeight={coarse ? 44 : 31}
          onSelect={select}
          onAdd={add}
        />
      )}
      <div className="rec-foot">
        <span role="status" title={setting === 'genre' ? r.bar : undefined}>
          {caption()}
        </span>
        <Provenance source={fits ? answer.source : null} waiting={waiting} />
        <ToggleButton
          className="icon-button rec-pin"
          aria-label={pinned ? r.unpin : r.pin}
          isSelected={pinned}
          isDisabled={!view}
          onChange={togglePin}
        >
          {pinned ? <PinOff size={14} aria-hidden /> : <Pin size={14} aria-hidden />}
        </ToggleButton>
      </div>
      {view && answer && <RankAnnouncement view={view} answer={answer} labelOf={labelOf} />}
    </Panel>
  );
}
