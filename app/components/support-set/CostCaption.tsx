import { useApp } from '../../store';
import { usualTime } from '../../store/adaptation';
import { movieLabel } from '../../store/catalogue';
import { useLanguage, useStrings } from '../../strings';
import { Interpolate } from '../common/Interpolate';
import { duration, percent } from '../common/numbers';
import { effectWithout } from './left-out';

/** What the last adaptation cost, or what the support movie that is pointed at does. */
export function CostCaption() {
  const effect = useLeftOut();
  return (
    <div className="support-foot">
      {effect ? (
        <p className="cost num" aria-hidden="true">
          {effect}
        </p>
      ) : (
        <Cost />
      )}
      {/* Said once the pointer or the focus rests: what is read aloud must not flicker. */}
      <p className="visually-hidden" role="status" data-testid="left-out">
        {effect}
      </p>
    </div>
  );
}

/** A sentence on the support movie that is pointed at, or null. */
function useLeftOut(): string | null {
  const t = useStrings().support;
  const language = useLanguage();
  return useApp((s) => {
    const effect = effectWithout(s.leftOut, s.answer, s.hoveredSupport);
    if (!effect || s.hoveredSupport === null) return null;
    const { shift, leaving, of } = effect;
    const share = shift === null ? null : percent(shift, language);
    return t.leftOut(movieLabel(s, s.hoveredSupport).title, share, leaving, of);
  });
}

/** As the worker measured it: of the last edits what they usually took. */
function Cost() {
  const t = useStrings().support.cost;
  const language = useLanguage();
  const cost = useApp((s) => s.answer?.adaptation.cost);
  const usual = useApp(usualTime);
  if (!cost) return <p className="cost">{t.none}</p>;
  const { forwardPasses, gradientSteps, backend } = cost;
  return (
    <p className="cost num" data-forward-passes={forwardPasses} data-gradient-steps={gradientSteps}>
      <Interpolate text={t.forward(forwardPasses)} values={{ n: <b>{forwardPasses}</b> }} />
      {' · '}
      <Interpolate text={t.gradient} values={{ n: <b>{gradientSteps}</b> }} />
      {' · '}
      {duration(usual ?? cost.ms, language)}
      {' · '}
      {backend}
    </p>
  );
}
