import type { Explanation, ModulationDetail } from '../../workers/protocol';
import { useStrings } from '../../strings';
import { useLaterStrings } from '../../strings/later';
import { cellRows } from '../film-view/rows';
import { columns, moduleName } from '../route-view/routes';
import { Stage } from './Stage';
import { Strip } from './Strip';

const EQUATIONS = {
  film: String.raw`\htmlData{part=modulation}{\gamma_l, \beta_l} = f_{\theta_h}\big(\htmlData{part=hybrid}{C^h}\big)`,
  sigmoid: String.raw`\htmlData{part=modulation}{\sigma_l} = \mathrm{sigmoid}\big(f_{\theta_h}(\htmlData{part=hybrid}{C^h})\big)`,
  soft: String.raw`\htmlData{part=modulation}{p^l_{i,j}} = \mathrm{softmax}_j\big(f_{\theta_h}(\htmlData{part=hybrid}{C^h})\big)`,
  linear: String.raw`\htmlData{part=modulation}{w_h, b_h} = f_{\theta_h}\big(\htmlData{part=hybrid}{C^h}\big)`,
} as const;

interface Row {
  name: string;
  values: Float32Array;
  nameOf: (index: number) => string;
}

/** What the hypernetwork generated, as rows of numbers: cells, or routes into each layer. */
function useRows(modulation: ModulationDetail): Row[] {
  const { film, routes } = useStrings();
  if (modulation.kind !== 'soft') {
    return cellRows(modulation).map(({ target, layer, values }) => ({
      name: film.rowLabel(film.targets[target], layer + 1),
      values,
      nameOf: (unit) => `${film.targets[target]} ${layer + 1}.${unit + 1}`,
    }));
  }
  const counts = columns(modulation.routes);
  const name = (column: number, row: number) => moduleName(counts, column, row, routes.readout);
  return modulation.routes.map(({ targets, weights }, layer) => ({
    name: routes.into(layer + 2, layer + 2 === counts.length),
    values: weights,
    nameOf: (k) => routes.link(name(layer, Math.floor(k / targets)), name(layer + 1, k % targets)),
  }));
}

/** What the context made of the network: every generated number, before it is used above. */
export function ModulationStage({ explanation }: { explanation: Explanation }) {
  const strings = useLaterStrings().explain;
  const { modulation } = explanation;
  const rows = useRows(modulation);
  if (modulation.kind === 'none') return null;
  return (
    <Stage
      part="modulation"
      title={strings.modulation}
      sub={strings.modulationSub}
      equation={EQUATIONS[modulation.kind]}
    >
      {rows.map(({ name, values, nameOf }) => (
        <div key={name} className="explain-generated">
          <span>{name}</span>
          <Strip values={values} label={strings.strip(name, values.length)} nameOf={nameOf} />
        </div>
      ))}
    </Stage>
  );
}
