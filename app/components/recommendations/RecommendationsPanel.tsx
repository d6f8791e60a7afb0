import { useApp } from '../../store';
import { engine } from '../../engine';
import { isUntrained } from '../../store/model';
import { useStrings } from '../../strings';
import { Intervened } from '../handles/Intervened';
import { ModelTrouble } from '../common/ModelTrouble';
import { Panel } from '../common/Panel';
import { Segmented } from '../common/Segmented';
import { Ranked } from './Ranked';
import { RankingFoot } from './RankingFoot';
import './recommendations.css';

/** The right column: every movie that is not in the support set, by the adapted network's score. */
export function RecommendationsPanel() {
  const t = useStrings();
  const r = t.recommendations;
  const setting = useApp((s) => s.setting);
  const failure = useApp((s) => s.failure);
  const started = useApp((s) => s.model !== null);
  const scope = useApp((s) => s.scope);
  const setScope = useApp((s) => s.setScope);
  const untrained = useApp(isUntrained);
  const unadapted = useApp(
    ({ answer, setting: shown }) => answer?.setting === shown && answer.support.items.length === 0,
  );
  const inGenre = scope === 'genre' && setting === 'scenario';
  return (
    <Panel
      name="recommendations"
      title={r.title}
      symbol={{ text: r.symbol, help: r.symbolHelp }}
      badge={<Intervened />}
      sub={untrained ? r.untrained : r.sub[unadapted ? 'unadapted' : inGenre ? 'inGenre' : setting]}
      actions={
        setting === 'scenario' && (
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
        <ModelTrouble
          title={started ? t.noticeLabels.stopped : t.noticeLabels.model}
          failure={failure}
          onRetry={() => void engine.retry()}
        />
      )}
      <Ranked />
      <RankingFoot />
    </Panel>
  );
}
