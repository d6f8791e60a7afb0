import { useApp } from '../../store';
import { useLanguage, useStrings } from '../../strings';
import { Fill } from '../common/Fill';
import { duration } from '../common/numbers';

/** What the last adaptation cost, as the worker measured it. */
export function CostCaption() {
  const t = useStrings().support.cost;
  const language = useLanguage();
  const cost = useApp((s) => s.answer?.adaptation.cost);
  if (!cost) return <p className="cost">{t.none}</p>;
  const { forwardPasses, gradientSteps, ms, backend } = cost;
  return (
    <p className="cost num" data-forward-passes={forwardPasses} data-gradient-steps={gradientSteps}>
      <Fill text={t.forward(forwardPasses)} values={{ n: <b>{forwardPasses}</b> }} />
      {' · '}
      <Fill text={t.gradient} values={{ n: <b>{gradientSteps}</b> }} />
      {' · '}
      {duration(ms, language)}
      {' · '}
      {backend}
    </p>
  );
}
