import type { PageSetting } from '../../protocol/vocabulary';
import { useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { featureAt } from './feature-names';

/** The name of a feature in the visitor's language. */
export function useFeatureName(size: number, setting: PageSetting): (d: number) => string {
  const strings = useLazyStrings().explain;
  const { pickers } = useStrings();
  return (d) => {
    const feature = featureAt(d, size, setting);
    switch (feature.kind) {
      case 'genre':
        return pickers.scenario([feature.name]) ?? feature.name;
      case 'decade':
        return strings.decade(feature.year);
      case 'factor':
        return strings.factor(feature.number);
      default:
        return strings[feature.kind];
    }
  };
}
