import { memo, useDeferredValue } from 'react';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { Strip } from '../explain/Strip';
import { Figure } from '../figure/Figure';
import { fixed } from '../figure/numbers';

/** The context as it is: the numbers of which the map shows two directions. */
export function ContextVector() {
  const context = useDeferredValue(
    useApp((s) => (s.answer?.setting === s.setting ? s.answer.adaptation.context : null)),
  );
  return context && <Numbers context={context} />;
}

const Numbers = memo(function Numbers({ context }: { context: Float32Array }) {
  const t = useStrings().context;
  const caption = t.vector(context.length);
  const table = () => ({
    columns: [t.numberColumn, t.valueColumn],
    rows: Array.from(context, (value, index) => [String(index + 1), fixed(value, 3)]),
  });
  return (
    <Figure
      className="context-vector"
      label={caption}
      fileName="context"
      table={table}
      tools={<p>{caption}</p>}
    >
      <Strip
        values={context}
        label={caption}
        nameOf={(index) => t.number(index + 1)}
        columns={16}
      />
    </Figure>
  );
});
