import { Pin, PinOff } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { useStrings } from '../../strings';
import { Provenance } from './Provenance';
import { movesWithout } from './view';

/** What the arrows are measured against, where the numbers come from, and the pin. */
export function RankingFoot() {
  const r = useStrings().recommendations;
  const setting = useApp((s) => s.setting);
  const source = useApp((s) => (s.answer?.setting === s.setting ? s.answer.source : null));
  const kind = useApp((s) => s.reference?.kind ?? null);
  const togglePin = useApp((s) => s.togglePinnedRanking);
  const without = useApp((s) =>
    movesWithout(s.leftOut, s.answer, s.hoveredSupport) && s.hoveredSupport !== null
      ? movieLabel(s, s.hoveredSupport).title
      : null,
  );
  const pinned = kind === 'pinned';
  const caption = kind && source ? r.arrows[kind] : '';
  return (
    <div className="rec-foot">
      <span title={setting === 'scenario' ? r.bar : undefined}>
        {without === null ? caption : r.without(without)}
      </span>
      <Provenance source={source} follows />
      <ToggleButton
        className="button small-button rec-pin"
        aria-label={pinned ? r.unpin : r.pin}
        isSelected={pinned}
        isDisabled={source !== 'live'}
        onChange={togglePin}
      >
        {pinned ? <PinOff size={13} aria-hidden /> : <Pin size={13} aria-hidden />}
        {pinned ? r.unpinWord : r.pinWord}
      </ToggleButton>
    </div>
  );
}
