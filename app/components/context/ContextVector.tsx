import { memo, useDeferredValue } from 'react';
import { useApp } from '../../store';
import { currentVariant } from '../../store/model';
import { useStrings } from '../../strings';
import { useSeen } from '../common/visibility';
import { Strip } from '../explain/Strip';
import { useFeatureName } from '../explain/useFeatureName';
import { Figure } from '../figure/Figure';
import { fixed } from '../figure/numbers';

/** The context as it is: the numbers of which the map shows two directions. */
export function ContextVector() {
  const context = useDeferredValue(
    useSeen((s) => (s.answer?.setting === s.setting ? s.answer.adaptation.context : null)),
  );
  return context && <Numbers context={context} />;
}

const Numbers = memo(function Numbers({ context }: { context: Float32Array }) {
  const t = useStrings().context;
  const setting = useApp((s) => s.setting);
  // The weighted encoder has a space of its own; the others speak of the movies' features.
  const ownSpace = useApp((s) => currentVariant(s).encoder === 'weighted');
  const featureName = useFeatureName(context.length, setting);
  const nameOf = (index: number) => (ownSpace ? t.number(index + 1) : featureName(index));
  const label = t.vector(context.length);
  const table = () => ({
    columns: [t.numberColumn, t.valueColumn],
    rows: Array.from(context, (value, index) => [nameOf(index), fixed(value, 3)]),
  });
  return (
    <Figure
      className="context-vector"
      label={label}
      fileName="context"
      table={table}
      tools={<p>{t.itself(context.length)}</p>}
    >
      <Strip values={context} label={label} nameOf={nameOf} columns={16} />
    </Figure>
  );
});
