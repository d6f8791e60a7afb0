import { useApp } from '../../store';
import { useStrings } from '../../strings';

/** Loss and held-out quality against tasks seen. */
export function TrainingCurves() {
  const t = useStrings().training;
  const losses = useApp((s) => s.losses);
  return (
    <div className="training-curves" data-losses={losses.length}>
      <p className="curves-empty">{t.emptyCurves}</p>
    </div>
  );
}
